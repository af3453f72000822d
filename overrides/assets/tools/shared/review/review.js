// The four ratings of FSRS, from worst to best, and what is due.

import { daysBetween, shortDay } from "../dates.js";

export const RATINGS = ["again", "hard", "good", "easy"];

/** A rating in a sentence. */
export const RATING_WORDS = { again: "weak", hard: "mixed", good: "strong", easy: "strong and easy" };

/** "tomorrow", "in 3 days, on Sat, Nov 28". */
export function whenWords(day, today) {
  const days = daysBetween(today, day);
  if (days <= 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days, on ${shortDay(day)}`;
}

/**
 * Counts of what is due, from due days (undefined: never tried): how many are due by `day`, never tried, or due later,
 * and the next day on which something is ("" if nothing waits).
 */
export function waiting(dues, day) {
  const later = dues.filter((due) => due > day);
  return {
    due: dues.filter((due) => due <= day).length,
    fresh: dues.filter((due) => due === undefined).length,
    later: later.length,
    next: later.sort()[0] ?? "",
  };
}
