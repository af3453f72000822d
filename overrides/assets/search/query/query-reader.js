// A query as units: words and phrases, each with the alternatives that may match in its place.

import { WEIGHTS } from "../weights.js";
import { stem, words } from "../words.js";
import { candidatesFor } from "./candidates.js";

const MOST_WORDS_BETWEEN = 2; // other words between two words of a phrase
// Text pasted by mistake must not keep a reader waiting: beyond these limits a query is cut.
const MOST_LETTERS = 400;
const MOST_WORDS = 32;
const QUESTION =
  /^\s*(how|what|which|who|whom|whose|when|where|why|can|could|do|does|did|is|are|was|were|will|would|should|may|am|must|if|i|my|has|have)\b.*\s.*\s/i;

export class QueryReader {
  /** @param {import("../index.js").InvertedIndex} index says which words there are */
  constructor(index) {
    this.index = index;
  }

  /** "pm: loop" and "pmm: loop" restrict results to one track. */
  parse(query) {
    const prefix = /^\s*(pmm?)\s*:/i.exec(query);
    const rest = (prefix ? query.slice(prefix[0].length) : query).trimStart().slice(0, MOST_LETTERS);
    const typed = words(rest).slice(0, MOST_WORDS);
    const isIncomplete = /[\p{L}\p{N}]$/u.test(rest); // the last word may still be completed
    return { track: prefix?.[1].toLowerCase() ?? "", typed, isIncomplete, isQuestion: QUESTION.test(rest) };
  }

  /** The words and phrases of a query, each with its alternatives and their scores. */
  units({ typed, isIncomplete }) {
    const single = typed.map((word, at) => this.unit(word, isIncomplete && at === typed.length - 1));
    this.addJoined(single, typed);
    const units = this.withPhrases(single);
    const content = units.filter((unit) => !unit.isStop);
    if (!content.length) for (const unit of units) unit.isStop = false;
    if (!content.some(({ isLight }) => !isLight)) for (const unit of content) unit.isLight = false;
    return units.filter(({ stem: term }, at) => units.findIndex((unit) => unit.stem === term) === at);
  }

  unit(word, isPrefix) {
    const term = stem(word);
    const isStop = this.index.stops.has(term);
    const found = isStop ? [{ stems: [term], score: 1 }] : candidatesFor(this.index, word, isPrefix);
    // In synonyms a misspelled word counts as its most likely correction.
    const isTyped = this.index.isKnown(term) || this.index.synonymWords.has(word);
    const meant = !isTyped && found[0]?.stems.length === 1 ? found[0] : { stems: [term], score: 1 };
    return {
      typed: word,
      stem: meant.stems[0],
      trust: meant.score,
      isStop,
      isLight: this.index.light.has(meant.stems[0]),
      alternatives: found.filter(({ stems }) => stems.every((term) => this.index.isKnown(term))),
    };
  }

  // Words with synonyms become one unit, the longest phrase first: "base salary" is "base pay", and with less weight
  // "base" or "salary".
  withPhrases(single) {
    const units = [],
      rest = [...single];
    while (rest.length) {
      const rows = (this.index.synonyms.get(rest[0].stem) ?? []).filter((row) => this.isSearchable(row));
      const fitting = rows.map((row) => ({ row, at: this.positionsOf(row.phrase, rest) })).filter(({ at }) => at);
      const most = Math.max(1, ...fitting.map(({ at }) => at.length));
      const longest = fitting.filter(({ at }) => at.length === most);
      const at = longest[0]?.at ?? [0];
      const covered = at.map((n) => rest[n]);
      const alternatives = this.synonymsOf(
        covered,
        longest.map(({ row }) => row),
      );
      units.push(covered.length === 1 ? widened(covered[0], alternatives) : this.phrase(covered, alternatives));
      for (const n of at.reverse()) rest.splice(n, 1);
    }
    return units;
  }

  isSearchable({ same, near }) {
    return [...same, ...near].some((stems) => this.hasContent(stems));
  }

  // Where the words of a phrase are among the units. Two content words may be apart: "lead (a team) without (any)
  // power". Light words alone may not: "go for product marketing" is not "go to market".
  positionsOf(phrase, units) {
    const content = this.contentStems(phrase);
    const mayBeApart =
      content.filter((term) => !this.index.light.has(term)).length > 1 && !this.index.stops.has(phrase[0]);
    const [wanted, between] = mayBeApart ? [content, MOST_WORDS_BETWEEN] : [phrase, 0];
    const found = [];
    for (const term of wanted) {
      const start = found.length ? found.at(-1) + 1 : 0;
      const next = units.slice(start, start + 1 + (found.length ? between : 0)).findIndex((unit) => unit.stem === term);
      if (next < 0) return undefined;
      found.push(start + next);
    }
    return found;
  }

  synonymsOf(covered, rows) {
    const nearWeight = this.index.isKnown(covered[0].stem) ? WEIGHTS.nearKnown : WEIGHTS.near;
    const found = rows.flatMap(({ same, near }) => [
      ...same.map((stems) => ({ stems, score: WEIGHTS.synonym })),
      ...near.map((stems) => ({ stems, score: nearWeight })),
    ]);
    return this.trusted(found, covered);
  }

  // Alternatives that can be searched, as sure as the least sure of the words they replace.
  trusted(alternatives, covered) {
    const trust = Math.min(...covered.map((unit) => unit.trust));
    return alternatives
      .filter(({ stems }) => this.hasContent(stems))
      .map(({ stems, score }) => ({ stems, score: score * trust }));
  }

  phrase(covered, alternatives) {
    const typed = covered.map(({ stem: term }) => term);
    // Of "to-do list" only "list" is searched, which is less than what was typed.
    const content = this.contentStems(typed);
    const isPartial = content.length < typed.length && content.every((term) => this.index.light.has(term));
    const whole = this.trusted([{ stems: typed, score: isPartial ? WEIGHTS.part : 1 }], covered);
    const parts = covered
      .filter(({ isStop }) => !isStop)
      .flatMap((unit) =>
        unit.alternatives.map((alternative) => ({ ...alternative, score: alternative.score * WEIGHTS.part })),
      );
    return {
      typed: covered.map((unit) => unit.typed).join(" "),
      stem: typed.join(" "),
      trust: Math.min(...covered.map((unit) => unit.trust)),
      isPhrase: true,
      alternatives: [...alternatives, ...whole, ...parts],
    };
  }

  /** Stems without stop words, unless there is nothing else. */
  contentStems(stems) {
    const content = stems.filter((term) => !this.index.stops.has(term));
    return content.length ? content : stems;
  }

  hasContent(stems) {
    return stems.every((term) => this.index.isKnown(term)) && stems.some((term) => !this.index.stops.has(term));
  }

  // "role play" and "role-play" are also "roleplay".
  addJoined(units, typed) {
    for (let at = 0; at < typed.length - 1; at++) {
      const joined = stem(typed[at] + typed[at + 1]);
      if (!this.index.isKnown(joined) || typed[at].length + typed[at + 1].length < 3) continue;
      const alternative = { stems: [joined], score: WEIGHTS.joined };
      units[at].alternatives = [...units[at].alternatives, alternative];
      units[at + 1].alternatives = [...units[at + 1].alternatives, alternative];
    }
  }
}

// A unit with the synonyms of its one word.
const widened = (unit, synonyms) => ({
  ...unit,
  isStop: unit.isStop && !synonyms.length,
  alternatives: [...unit.alternatives, ...synonyms],
});
