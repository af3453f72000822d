// How likely one word is a misspelling of another, by the kinds of slips that lead from one to the other.
const KEYBOARD_ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const LETTERS_FOR = { 1: 4, 2: 8 }; // errors allowed: letters that a word must have
const SLIP = { swapped: 0.9, doubled: 0.9, vowel: 0.85, missing: 0.8, extra: 0.8, neighbor: 0.75, other: 0.6 };
const FIRST_LETTER = 0.6; // readers seldom get the first letter wrong
const LEAST_LIKELIHOOD = 0.4;
const VOWELS = "aeiouy";

const isNeighbor = (a, b) =>
  KEYBOARD_ROWS.some((row) => Math.abs(row.indexOf(a) - row.indexOf(b)) === 1 && row.includes(a) && row.includes(b));

/** How many errors of a word are corrected; in one of three letters only a swap of two. */
export const errorsIn = (word) => (/\d/.test(word) || word.length < 3 ? 0 : word.length < LETTERS_FOR[2] ? 1 : 2);
/** The likelihood from which a correction is offered. */
export const leastLikelihood = (word) => (word.length < LETTERS_FOR[1] ? SLIP.swapped : LEAST_LIKELIHOOD);

/** The word with each two neighbors swapped. */
export const swaps = (word) =>
  Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));

/** How likely it is that `typed` was meant as `word`, from 0 to 1. */
export function likelihood(typed, word) {
  const width = word.length + 1;
  const best = new Float64Array((typed.length + 1) * width);
  best[0] = 1;
  const at = (row, column) => best[row * width + column];
  for (let row = 0; row <= typed.length; row++) {
    for (let column = 0; column <= word.length; column++) {
      if (!row && !column) continue;
      const [a, b] = [typed[row - 1], word[column - 1]];
      let score = 0;
      if (row && column) score = at(row - 1, column - 1) * (a === b ? 1 : substitution(a, b));
      if (row) score = Math.max(score, at(row - 1, column) * (a === typed[row - 2] ? SLIP.doubled : SLIP.extra));
      if (column) score = Math.max(score, at(row, column - 1) * (b === word[column - 2] ? SLIP.doubled : SLIP.missing));
      if (row > 1 && column > 1 && a === word[column - 2] && b === typed[row - 2])
        score = Math.max(score, at(row - 2, column - 2) * SLIP.swapped);
      best[row * width + column] = score;
    }
  }
  return at(typed.length, word.length) * (typed[0] === word[0] ? 1 : FIRST_LETTER);
}

function substitution(a, b) {
  if (VOWELS.includes(a) && VOWELS.includes(b)) return SLIP.vowel;
  return isNeighbor(a, b) ? SLIP.neighbor : SLIP.other;
}
