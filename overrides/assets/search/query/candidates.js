// What one typed word may stand for: itself, its completions, its parts or its corrections, each with a score.

import { WEIGHTS } from "../weights.js";
import { stem } from "../words.js";
import { errorsIn, leastLikelihood, likelihood, swaps } from "./spelling.js";

const MOST_CANDIDATES = 24;
const SHORT_WORD = 3; // letters; a known word this short is not completed
const LONGEST_WORD = 40; // letters; text pasted by mistake must not keep a reader waiting
const MOST_CORRECTIONS = 6;

/**
 * The best candidates first: [{ stems, score }].
 * @param {import("../index.js").InvertedIndex} index says which words there are
 * @param {string} typed
 * @param {boolean} isPrefix whether the word may still be completed
 */
export function candidatesFor(index, typed, isPrefix) {
  const found = new Map();
  const offer = (stems, score) => {
    const key = stems.join(" ");
    if (!(found.get(key)?.score >= score)) found.set(key, { stems, score });
  };
  const wanted = stem(typed);
  if (index.isKnown(wanted) || index.synonymWords.has(typed)) offer([wanted], 1);
  if (isPrefix && typed.length > 1 && (!found.size || typed.length > SHORT_WORD)) {
    // A word that is already whole is less likely to be a prefix.
    const score = found.size ? WEIGHTS.completed : WEIGHTS.prefix;
    for (const [word, term] of index.words.atPrefix(typed))
      offer([term], score * (0.6 + (0.4 * typed.length) / word.length));
  }
  if (!found.size && typed.length <= LONGEST_WORD) offerSplits(index, typed, offer);
  if (!found.size && typed.length <= LONGEST_WORD) offerCorrections(index, typed, offer);
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, MOST_CANDIDATES);
}

// "roleplay" is "role play". Both parts must be words as pages write them, since a stem may end anywhere in a word.
function offerSplits({ words }, typed, offer) {
  for (let at = 3; at <= typed.length - 3; at++) {
    const parts = [typed.slice(0, at), typed.slice(at)];
    if (parts.every((part) => words.has(part))) offer(parts.map(stem), WEIGHTS.joined);
  }
}

function offerCorrections(index, typed, offer) {
  const errors = errorsIn(typed);
  if (!errors) return;
  const found = new Map();
  // Two swapped letters are one slip, but two edits for the library.
  for (const [spelling, edits] of [[typed, errors], ...swaps(typed).map((swapped) => [swapped, errors - 1])]) {
    for (const vocabulary of [index.words, index.synonymWords]) {
      for (const [word, [term]] of vocabulary.fuzzyGet(spelling, edits)) {
        if (word.length < 3 || index.stops.has(term)) continue;
        const score = likelihood(typed, word);
        if (score >= leastLikelihood(typed) && score > (found.get(term) ?? 0)) found.set(term, score);
      }
    }
  }
  const best = [...found].sort((a, b) => b[1] - a[1]).slice(0, MOST_CORRECTIONS);
  const most = best[0]?.[1] ?? 1;
  for (const [term, score] of best) offer([term], WEIGHTS.corrected * (score / most) ** 2 * most ** 0.5);
}
