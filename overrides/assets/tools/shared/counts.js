// Numbers as typed and as shown.

const SHAPE = /^(\d+[.,]?\d*|[.,]\d+)$/;

/**
 * A number as typed on any keyboard or pasted from anywhere, in plain digits, signs and spaces. Invisible marks are
 * left out. "185²" is returned unchanged, since normalizing would turn it into 1852.
 */
export function plainNumber(text) {
  if (/\p{No}/u.test(text)) return text;
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  const ascii = plain.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)); // Arabic and Persian
  return ascii.replaceAll("٬", ",").replace("٫", ".");
}

/** "7", "2.5", "2,5" and full-width or Arabic digits are read; anything else is NaN, even "1e3" and the like. */
export function numberOf(text) {
  const plain = plainNumber(text);
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

/** "185,000". The first Intl.NumberFormat of a page takes a slow phone 40 ms, so whole numbers do without it. */
export function grouped(number) {
  if (Number.isSafeInteger(number)) return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
  groups ??= new Intl.NumberFormat("en-US");
  return groups.format(number);
}
