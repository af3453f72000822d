// Numbers in fields and in words.

const SHAPE = /^(\d+[.,]?\d*|[.,]\d+)$/;

// "7", "2.5", "2,5" and full-width digits are read; anything else is NaN, also what only programs take for a number.
export function numberOf(text) {
  const plain = text.normalize("NFKC").trim();
  return SHAPE.test(plain) ? Number(plain.replace(",", ".")) : Number.NaN;
}

/**
 * A whole number between two, or undefined for anything else.
 * @param {string} text
 * @param {number} low
 * @param {number} high
 */
export function countOf(text, low, high) {
  const number = numberOf(text);
  return Number.isInteger(number) && number >= low && number <= high ? number : undefined;
}

/** @type {Intl.NumberFormat | undefined} */
let groups;

// "185,000". `toLocaleString` makes a format anew for each number, which takes a slow phone milliseconds.
export function grouped(number) {
  groups ??= new Intl.NumberFormat("en-US");
  return groups.format(number);
}
