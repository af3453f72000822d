// Days as text, such as 2026-11-25: counting and naming them. Today itself is in today.js, which every tool needs.
const DAY_MS = 86_400_000;
const moment = (day) => Date.parse(`${day}T00:00:00Z`); // counted in UTC, where every day has 24 hours

export const daysAfter = (day, count) => new Date(moment(day) + count * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from, to) => Math.round((moment(to) - moment(from)) / DAY_MS);

/** 0 is Monday, 6 is Sunday. */
export const weekday = (day) => (new Date(moment(day)).getUTCDay() + 6) % 7;

export const weekStart = (day) => daysAfter(day, -weekday(day));

// The first Intl.DateTimeFormat of a page takes a slow phone 60 ms, and the guide has one language.
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(" ");

// [2026, "November", 25]
function named(day) {
  const [year, month, date] = day.split("-").map(Number);
  return /** @type {const} */ ([year, MONTHS[month - 1], date]);
}

/** "Wednesday, November 25, 2026" */
export function longDay(day) {
  const [year, month, date] = named(day);
  return `${WEEKDAYS[weekday(day)]}, ${month} ${date}, ${year}`;
}

/** "Wed, Nov 25" */
export function shortDay(day) {
  const [, month, date] = named(day);
  return `${WEEKDAYS[weekday(day)].slice(0, 3)}, ${month.slice(0, 3)} ${date}`;
}

/** "Nov 25" */
export const monthAndDay = (day) => shortDay(day).slice(5);

/** "November 2026" */
export function monthOfDay(day) {
  const [year, month] = named(day);
  return `${month} ${year}`;
}

/** Minutes in words, for a file: "45 min", "2 h", "2 h 10 min". */
export function writtenMinutes(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!hours) return `${rest} min`;
  return rest ? `${hours} h ${rest} min` : `${hours} h`;
}

/** The same for a page, where no line ends inside it. */
export const spokenMinutes = (minutes) => writtenMinutes(minutes).replaceAll(" ", "\u00A0");
