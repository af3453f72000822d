// Small numbers in fields: a size, minutes, hours.

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
