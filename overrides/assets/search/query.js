// A query as units: words and phrases, each with the alternatives that may match in its place.
import { errorsIn, leastLikeness, likeness, swaps } from "./spelling.js";
import { WEIGHTS } from "./weights.js";
import { stem, words } from "./words.js";

const GROWN = 24; // completions of a word being typed
const SHORT = 3; // letters of a word that is not completed once it is whole
const BETWEEN = 2; // other words between two of a phrase
// Text pasted by mistake must not keep a reader waiting: beyond these limits a query is cut, and a word is searched as
// it is.
const MOST_LETTERS = 400;
const MOST_WORDS = 32;
const LONGEST_WORD = 40; // letters
const CORRECTIONS = 6; // candidates for a mistyped word
const ASKING =
  /^\s*(how|what|which|who|whom|whose|when|where|why|can|could|do|does|did|is|are|was|were|will|would|should|may|am|must|if|i|my|has|have)\b.*\s.*\s/i;

export class QueryReader {
  // `index`: an InvertedIndex, which says what words there are.
  constructor(index) {
    this.index = index;
  }

  // "pm: loop" and "pmm: loop" restrict results to one track.
  parse(query) {
    const wish = /^\s*(pmm?)\s*:/i.exec(query);
    const rest = (wish ? query.slice(wish[0].length) : query).trimStart().slice(0, MOST_LETTERS);
    const typed = words(rest).slice(0, MOST_WORDS);
    const isOpen = /[\p{L}\p{N}]$/u.test(rest); // the last word may still be completed
    return { track: wish?.[1].toLowerCase() ?? "", typed, isOpen, isQuestion: ASKING.test(rest) };
  }

  // A unit is a word or a phrase of the query: its weight, and the alternatives that may match it, each with a score.
  units({ typed, isOpen }) {
    const single = typed.map((word, at) => this.unit(word, isOpen && at === typed.length - 1));
    this.addJoined(single, typed);
    const units = this.withPhrases(single);
    const telling = units.filter((unit) => !unit.isStop);
    if (!telling.length) for (const unit of units) unit.isStop = false;
    if (!telling.some(({ isLight }) => !isLight)) for (const unit of telling) unit.isLight = false;
    return units.filter(({ stem: one }, at) => units.findIndex((unit) => unit.stem === one) === at);
  }

  unit(word, mayGrow) {
    const one = stem(word);
    const isStop = this.index.stops.has(one);
    const found = isStop ? [{ stems: [one], score: 1 }] : this.candidates(word, mayGrow);
    // In readers' phrases a misspelled word counts as its most likely correction.
    const isTyped = this.index.isKnown(one) || this.index.readers.has(word);
    const meant = !isTyped && found[0]?.stems.length === 1 ? found[0] : { stems: [one], score: 1 };
    return {
      typed: word,
      stem: meant.stems[0],
      trust: meant.score,
      isStop,
      isLight: this.index.light.has(meant.stems[0]),
      alternatives: found.filter(({ stems }) => stems.every((each) => this.index.isKnown(each))),
    };
  }

  candidates(typed, mayGrow) {
    const found = new Map();
    const offer = (stems, score) => {
      const known = found.get(stems.join(" "));
      if (!known || known.score < score) found.set(stems.join(" "), { stems, score });
    };
    const wanted = stem(typed);
    if (this.index.isKnown(wanted) || this.index.readers.has(typed)) offer([wanted], 1);
    if (mayGrow && typed.length > 1 && (!found.size || typed.length > SHORT)) {
      // A word that is already whole is less likely to be a prefix.
      const score = found.size ? WEIGHTS.grown : WEIGHTS.prefix;
      for (const [word, one] of this.index.words.atPrefix(typed))
        offer([one], score * (0.6 + (0.4 * typed.length) / word.length));
    }
    const isWord = typed.length <= LONGEST_WORD;
    if (!found.size && isWord) this.offerSplit(typed, offer);
    if (!found.size && isWord) this.offerCorrections(typed, offer);
    return [...found.values()].sort((a, b) => b.score - a.score).slice(0, GROWN);
  }

  // "roleplay" is "role play". Both must be words as they are written, because a stem may end anywhere in a word.
  offerSplit(typed, offer) {
    for (let at = 3; at <= typed.length - 3; at++) {
      const parts = [typed.slice(0, at), typed.slice(at)];
      if (parts.every((part) => this.index.words.has(part))) offer(parts.map(stem), WEIGHTS.joined);
    }
  }

  offerCorrections(typed, offer) {
    const errors = errorsIn(typed);
    if (!errors) return;
    const found = new Map();
    // A swap of neighbors is one slip, and two edits for the library.
    for (const [spelling, edits] of [[typed, errors], ...swaps(typed).map((swapped) => [swapped, errors - 1])]) {
      for (const known of [this.index.words, this.index.readers]) {
        for (const [word, [one]] of known.fuzzyGet(spelling, edits)) {
          if (word.length < 3 || this.index.stops.has(one)) continue;
          const score = likeness(typed, word);
          if (score >= leastLikeness(typed) && score > (found.get(one) ?? 0)) found.set(one, score);
        }
      }
    }
    const best = [...found].sort((a, b) => b[1] - a[1]).slice(0, CORRECTIONS);
    const most = best[0]?.[1] ?? 1;
    for (const [one, score] of best) offer([one], WEIGHTS.corrected * (score / most) ** 2 * most ** 0.5);
  }

  // Readers' words become one unit, the longest phrase first: "base salary" is "base pay", and with less weight "base"
  // or "salary".
  withPhrases(single) {
    const units = [],
      rest = [...single];
    while (rest.length) {
      const rows = (this.index.phrases.get(rest[0].stem) ?? []).filter((row) => this.answers(row));
      const fitting = rows.map((row) => ({ row, at: this.placesOf(row.phrase, rest) })).filter(({ at }) => at);
      const most = Math.max(1, ...fitting.map(({ at }) => at.length));
      const longest = fitting.filter(({ at }) => at.length === most);
      const at = longest[0]?.at ?? [0];
      units.push(
        this.phrased(
          at.map((n) => rest[n]),
          longest.map(({ row }) => row),
        ),
      );
      for (const n of at.reverse()) rest.splice(n, 1);
    }
    return units;
  }

  // The positions of a phrase. Two content words may be apart: "lead (a team) without (any) power". Light words alone
  // may not: "go for product marketing" is not "go to market".
  placesOf(phrase, units) {
    const telling = this.telling(phrase);
    const mayPart = telling.filter((one) => !this.index.light.has(one)).length > 1 && !this.index.stops.has(phrase[0]);
    const [words, between] = mayPart ? [telling, BETWEEN] : [phrase, 0];
    const found = [];
    for (const one of words) {
      const start = found.length ? found.at(-1) + 1 : 0;
      const next = units.slice(start, start + 1 + (found.length ? between : 0)).findIndex((unit) => unit.stem === one);
      if (next < 0) return undefined;
      found.push(start + next);
    }
    return found;
  }

  answers({ same, near }) {
    return [...same, ...near].some((stems) => this.tellsSomething(stems));
  }

  phrased(covered, rows) {
    const trust = Math.min(...covered.map((each) => each.trust));
    const found = [];
    const add = (phrases, score) =>
      found.push(
        ...phrases.filter((stems) => this.tellsSomething(stems)).map((stems) => ({ stems, score: score * trust })),
      );
    for (const { same, near } of rows) {
      add(same, WEIGHTS.synonym);
      add(near, this.index.isKnown(covered[0].stem) ? WEIGHTS.nearKnown : WEIGHTS.near);
    }
    const [first] = covered;
    if (covered.length === 1)
      return { ...first, isStop: first.isStop && !found.length, alternatives: [...first.alternatives, ...found] };
    // Of "to-do list" only "list" is searched, which is less than what was typed.
    const typed = covered.map(({ stem: one }) => one);
    const isLess =
      this.telling(typed).length < typed.length && this.telling(typed).every((one) => this.index.light.has(one));
    add([typed], isLess ? WEIGHTS.part : 1);
    const parts = covered
      .filter(({ isStop }) => !isStop)
      .flatMap(({ alternatives }) => alternatives.map((one) => ({ ...one, score: one.score * WEIGHTS.part })));
    return {
      typed: covered.map(({ typed }) => typed).join(" "),
      stem: covered.map(({ stem: one }) => one).join(" "),
      trust,
      isPhrase: true,
      alternatives: [...found, ...parts],
    };
  }

  // Stems without stop words, unless there is nothing else.
  telling(stems) {
    const wanted = stems.filter((one) => !this.index.stops.has(one));
    return wanted.length ? wanted : stems;
  }

  tellsSomething(stems) {
    return stems.every((one) => this.index.isKnown(one)) && stems.some((one) => !this.index.stops.has(one));
  }

  // "role play" and "role-play" are also "roleplay".
  addJoined(units, typed) {
    for (let at = 0; at < typed.length - 1; at++) {
      const joined = stem(typed[at] + typed[at + 1]);
      if (!this.index.isKnown(joined) || typed[at].length + typed[at + 1].length < 3) continue;
      const one = { stems: [joined], score: WEIGHTS.joined };
      units[at].alternatives = [...units[at].alternatives, one];
      units[at + 1].alternatives = [...units[at + 1].alternatives, one];
    }
  }
}
