// Spaced repetition with FSRS (ts-fsrs), in whole days of the reader's calendar and without randomness, so that the
// same answers always lead to the same day.
//
//   answers = [{ day: "2026-11-25", rating: "good" }, ...], in any order. Only the first of a day counts: a minute
//   later a reader repeats what they have just read.

import { createEmptyCard, fsrs, Rating } from "../../vendor/ts-fsrs.js";
import { RATINGS } from "./review.js";

const GRADES = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
const noon = (day) => new Date(`${day}T12:00:00Z`);

/** The day on which an item is due again. All answers are replayed, so the reader's data has no state of FSRS. */
export function dueAfter(answers) {
  const days = new Map();
  for (const { day, rating } of answers) if (!days.has(day)) days.set(day, rating);
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  const card = inOrder.reduce((before, [day, rating]) => {
    const moment = noon(day);
    return scheduler.next(before ?? createEmptyCard(moment), moment, GRADES[rating]).card;
  }, undefined);
  return card.due.toISOString().slice(0, 10);
}

/** The day each rating would lead to: { again: "2026-11-26", ... }. */
export const outlook = (answers, day) =>
  Object.fromEntries(RATINGS.map((rating) => [rating, dueAfter([...answers, { day, rating }])]));

/** A saved value with one more answer, or without its newest one: { answers, due, ...what else it holds }. */
export function withAnswer(value, answer) {
  const answers = [...(value?.answers ?? []), answer];
  return { ...value, answers, due: dueAfter(answers) };
}

export function withoutNewest(value) {
  const { answers, due, ...rest } = value;
  const left = answers.slice(0, -1);
  if (left.length) return { ...rest, answers: left, due: dueAfter(left) };
  return Object.keys(rest).length ? rest : undefined;
}
