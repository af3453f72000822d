// The building blocks of shapes.js.

import {
  array,
  check,
  finite,
  integer,
  isoDate,
  maxValue,
  minValue,
  nonEmpty,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from "../vendor/valibot.js";

/** A day of the calendar: "2026-11-25". */
export const day = pipe(string(), isoDate(), check(isReal));
export const SLUG = /^[a-z0-9-]+$/;
export const track = picklist(["pm", "pmm", "both"]);
export const names = array(string());
export const judged = picklist(["weak", "mixed", "strong"]);

/** An object that may hold any of these. */
export const someOf = (entries) =>
  strictObject(Object.fromEntries(Object.entries(entries).map(([key, shape]) => [key, optional(shape)])));

/** A number field of a form: null while empty. A value out of range is saved too, and the tool reports it. */
export const entered = optional(nullable(pipe(number(), finite(), minValue(-1e12), maxValue(1e12))));
export const text = pipe(string(), nonEmpty());
export const count = pipe(number(), integer(), minValue(0));
export const weekday = pipe(number(), integer(), minValue(0), maxValue(6)); // 0 is Monday

/** What practice and cards save: an answer is rated on a day, and `due` is the day on which it is asked again. */
export const rated = { day, rating: picklist(["again", "hard", "good", "easy"]) }; // FSRS's own words
export const answers = (entries) => pipe(array(strictObject(entries)), nonEmpty());

/** What is known of a mock interview before its score. */
export const mock = {
  day,
  track: picklist(["pm", "pmm"]),
  level: picklist(["61", "63", "65"]),
  round: text,
  question: text,
  mode: picklist(["alone", "partner"]),
};

export const loop = strictObject({
  at: count,
  rounds: pipe(array(strictObject({ round: text, question: text })), nonEmpty()),
});

function isReal(text) {
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text); // February 30 becomes March 2
}
