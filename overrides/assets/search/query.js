// A query as units: words and phrases, each with all that may answer for it.
import { Places } from "./places.js";
import { stem, words } from "./words.js";
import { WORTH } from "./worth.js";

const CANDIDATES = 24; // words that may answer for one that is typed
const ASKING = /^\s*(how|what|which|who|whom|whose|when|where|why|can|could|do|does|did|is|are|was|were|will|would|should|may|am|must)\b.*\s/i;

export class Query extends Places {
  // "pm: loop" and "pmm: loop" keep to one track.
  parse(query) {
    const wish = /^\s*(pmm?)\s*:/i.exec(query);
    const rest = wish ? query.slice(wish[0].length) : query;
    const typed = words(rest);
    const isOpen = /[\p{L}\p{N}]$/u.test(rest); // the last word may still grow
    return { track: wish?.[1].toLowerCase() ?? "", typed, isOpen, isQuestion: ASKING.test(rest) };
  }

  // A unit is a word or phrase of the query, with all that may answer for it.
  units({ typed, isOpen }) {
    const units = [];
    for (let at = 0; at < typed.length; at++) {
      const one = stem(typed[at]);
      const isStop = this.stops.has(one);
      const candidates = isStop ? [{ stems: [one], worth: 1 }] : this.candidates(typed[at], isOpen && at === typed.length - 1);
      // A word with errors stands in the phrases of readers as it was probably meant.
      const meant = candidates[0]?.stems.length === 1 ? candidates[0].stems[0] : one;
      const isKnown = this.numbers.has(one) || this.readers.has(typed[at]);
      const isRepeat = units.some((unit) => unit.stem === one);
      units.push({ typed: typed[at], stem: isKnown ? one : meant, isStop, isKnown, isRepeat, candidates });
    }
    for (const unit of units) unit.alternatives = unit.candidates.filter(({ stems }) => stems.every((one) => this.numbers.has(one)));
    this.addPhrases(units);
    this.addJoined(units, typed);
    const told = units.filter((unit) => !unit.isStop || unit.isPhrase);
    if (told.length < 3) for (const unit of told) unit.isAlone = true;
    return told.length ? units : units.map((unit) => ({ ...unit, isStop: false }));
  }

  candidates(typed, mayGrow) {
    const found = new Map();
    const offer = (stems, worth) => {
      const known = found.get(stems.join(" "));
      if (!known || known.worth < worth) found.set(stems.join(" "), { stems, worth });
    };
    const wanted = stem(typed);
    if (this.numbers.has(wanted) || this.readers.has(typed)) offer([wanted], 1);
    if (mayGrow && typed.length > 1) {
      for (const [word, one] of this.words.atPrefix(typed)) offer([one], WORTH.prefix * (0.6 + 0.4 * typed.length / word.length));
    }
    if (!found.size) this.offerSplit(typed, offer);
    if (!found.size) this.offerFuzzy(typed, offer);
    return [...found.values()].sort((a, b) => b.worth - a.worth).slice(0, CANDIDATES);
  }

  // "roleplay" is "role play".
  offerSplit(typed, offer) {
    for (let at = 3; at <= typed.length - 3; at++) {
      const parts = [stem(typed.slice(0, at)), stem(typed.slice(at))];
      if (parts.every((part) => this.numbers.has(part))) offer(parts, WORTH.joined);
    }
  }

  offerFuzzy(typed, offer) {
    if (typed.length < 4 || /^\d+$/.test(typed)) return;
    const errors = typed.length > 7 ? 2 : 1;
    for (const known of [this.words, this.readers]) {
      for (let at = 0; at < typed.length - 1; at++) {
        const swapped = typed.slice(0, at) + typed[at + 1] + typed[at] + typed.slice(at + 2);
        if (known.has(swapped)) offer([known.get(swapped)], WORTH.swapped);
      }
      for (const [word, [one, distance]] of known.fuzzyGet(typed, errors)) {
        if (word.length > 2 && !this.stops.has(one)) offer([one], WORTH.fuzzy[distance] * (word[0] === typed[0] ? 1 : 0.8));
      }
    }
  }

  addPhrases(units) {
    units.forEach((unit, at) => {
      for (const { phrase, answers } of this.phrases.get(unit.stem) ?? []) {
        if (!phrase.every((one, n) => units[at + n]?.stem === one)) continue;
        const usable = answers.filter((answer) => answer.stems.some((word) => !this.stops.has(word)));
        const known = usable.filter((answer) => answer.stems.every((one) => this.numbers.has(one)))
          .map((answer) => (unit.isKnown ? answer : { ...answer, worth: answer.worth * WORTH.fuzzy[1] }));
        if (known.length) unit.isPhrase = true;
        unit.alternatives = [...unit.alternatives, ...known.map((answer) => ({ ...answer, covers: phrase.length }))];
      }
    });
  }

  // "role play" and "role-play" are also "roleplay".
  addJoined(units, typed) {
    for (let at = 0; at < typed.length - 1; at++) {
      const joined = stem(typed[at] + typed[at + 1]);
      if (!this.numbers.has(joined) || typed[at].length + typed[at + 1].length < 3) continue;
      const one = { stems: [joined], worth: WORTH.joined };
      units[at].alternatives = [...units[at].alternatives, one];
      units[at + 1].alternatives = [...units[at + 1].alternatives, one];
    }
  }
}
