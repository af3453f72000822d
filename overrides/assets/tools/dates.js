// Days as text, 2026-11-25, in the reader's own calendar: a day has no time zone, and a moment has.
export function today(now = new Date()) {
  const digits = (number, length) => String(number).padStart(length, "0");
  return `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`;
}
