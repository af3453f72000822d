// Small numbers in fields: a size, minutes, hours. "7", "2.5", "2,5" and full-width digits are read; anything else is NaN.
export const numberOf = (text) => (text.trim() ? Number(text.normalize("NFKC").trim().replace(",", ".")) : Number.NaN);

/**
 * The nearest allowed whole number, which the field then shows.
 * @param {HTMLInputElement} field
 * @param {{ low: number, high: number, usual: number }} allowed `usual` if the text can't be read
 */
export function readCount(field, { low, high, usual }) {
  const number = numberOf(field.value);
  const count = Math.min(high, Math.max(low, Math.round(Number.isNaN(number) ? usual : number)));
  field.value = String(count);
  return count;
}
