// The schema of each kind of record; record-check.js checks imported records against it.
//
// A tool that saves something adds its kind. Readers keep exported files for years, so a published schema only grows:
// new keys are `optional`, and a picklist never loses a value.

import {
  array,
  boolean,
  finite,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from "../vendor/valibot.js";
import {
  answers,
  count,
  day,
  entered,
  judged,
  loop,
  mock,
  names,
  rated,
  SLUG,
  someOf,
  text,
  track,
  weekday,
} from "./values.js";

/**
 * kind: { id: what its ids look like, value: the shape of its values }, or a list of those where ids of a kind differ
 */
export const SHAPES = {
  // A checklist task, a question, a page, a case or a mock interview that is done: "task/learn-the-pm-loop",
  // "question/PM001", "page/loops/pm", "case/copilot-value", "mock/pm-execution/1".
  progress: { id: /^(task|question|page|case|mock)\/.+$/, value: strictObject({ done: day }) },
  // The answer to one row of the self-assessment, by the row's id.
  "self-assessment": { id: SLUG, value: strictObject({ answer: picklist(["a", "b", "both", "neither"]) }) },
  // One of up to three offers. Amounts are US dollars: base, match, discount (the gain from a purchase plan) and
  // contribution a year; on_hire and annual the whole grant. bonus, change and purchase are percents of base, of the
  // share price a year, and of base; merit the raise of base in percent a year; start the first month, "2027-01"; step
  // is a percent of the bonus target. vesting: the percent of the grant in each of five years.
  "offer-calculator": {
    id: /^offer-[1-3]$/,
    value: strictObject({
      employer: picklist(["microsoft", "other"]),
      name: optional(pipe(string(), maxLength(60))),
      track: optional(picklist(["pm", "pmm"])),
      cadence: optional(picklist(["quarterly", "yearly"])),
      place: optional(picklist(["", "us", "us-sf-nyc", "elsewhere"])),
      start: optional(nullable(pipe(string(), regex(/^\d{4}-(0[1-9]|1[0-2])$/)))),
      vesting: optional(pipe(array(nullable(pipe(number(), finite()))), maxLength(5))),
      step: optional(pipe(number(), minValue(0), maxValue(200))),
      ...Object.fromEntries(
        [
          "level",
          "base",
          "on_hire",
          "sign_on_1",
          "sign_on_2",
          "bonus",
          "annual",
          "annual_years",
          "change",
          "contribution",
          "purchase",
          "headline",
          "match",
          "discount",
          "relocation",
          "other_once",
          "other_yearly",
          "repay_months",
          "merit",
        ].map((field) => [field, entered]),
      ),
    }),
  },
  // A story, by an id of its own. Its texts are the reader's; `tracks` are those it is for.
  "story-bank": {
    id: SLUG,
    value: someOf({
      title: string(),
      situation: string(),
      task: string(),
      action: string(),
      result: string(),
      reflection: string(),
      pmAngle: string(),
      pmmAngle: string(),
      worstQuestion: string(),
      competencies: names,
      tracks: array(picklist(["pm", "pmm"])),
    }),
  },
  // A rehearsal, by its role-play and an id of its own: what was said alone, what was noticed, how it was judged.
  "role-plays": {
    id: /^[a-z0-9-]+\/[a-z0-9-]+$/,
    value: strictObject({
      play: string(),
      day,
      mode: picklist(["alone", "partner"]),
      said: optional(array(picklist(["good", "weak"]))), // until 2026-11-28: one word for each line
      path: optional(names), // since then: the id of one reply for each turn
      needed: optional(string()),
      offered: optional(string()),
      quote: optional(string()),
      self: optional(judged),
      partner: optional(judged),
    }),
  },
  // A case that was worked: the facts asked for, what was asked and not to be had, and the answer in key words.
  "case-room": {
    id: /^[a-z0-9-]+\/[a-z0-9-]+$/,
    value: strictObject({
      case: string(),
      day,
      asked: names,
      missed: names,
      notes: optional(string()),
      over: optional(literal(true)),
    }),
  },
  // A question on which the reader was the interviewer: feedback, verdict and level for each of three candidates.
  "your-interviews": {
    id: SLUG,
    value: strictObject({
      day,
      judged: array(
        someOf({ feedback: string(), verdict: picklist(["hire", "no-hire"]), level: picklist(["61", "63", "65"]) }),
      ),
      shown: optional(literal(true)),
    }),
  },
  // A question's answers, and the notes of one not rated yet; the set of a day; what is drawn, and the timer.
  practice: [
    {
      id: /^question\/[A-Z]{2,4}\d{3}$/,
      value: strictObject({
        answers: optional(answers({ ...rated, seconds: count, notes: optional(string()) })),
        due: optional(day),
        draft: optional(string()),
      }),
    },
    { id: /^set$/, value: strictObject({ day, size: count, ids: names, skipped: optional(names) }) },
    {
      id: /^choices$/,
      value: someOf({
        track,
        level: picklist(["", "61", "63", "65"]),
        size: count,
        categories: names,
        competencies: names,
        scopes: names,
        warmUps: boolean(),
        mode: picklist(["up", "down"]),
        minutes: count,
      }),
    },
  ],
  // The scorecard of a mock interview: for which level, what was asked, how it went. Recordings are never saved. A
  // draft holds the notes of one that is not scored yet, and in a loop its rounds and at which of them the reader is.
  "mock-interview": [
    {
      id: /^(?!draft-)[a-z0-9-]+$/,
      value: strictObject({
        ...mock,
        seconds: count,
        score: pipe(number(), integer(), minValue(1), maxValue(5)),
        keep: optional(string()),
        change: optional(string()),
        notes: optional(string()),
      }),
    },
    { id: /^draft-[a-z0-9-]+$/, value: strictObject({ ...mock, notes: string(), loop: optional(loop) }) },
  ],
  // The post in the post decoder, as it was pasted.
  "post-decoder": {
    id: /^post$/,
    value: strictObject({ text: string(), loop: optional(day), isRead: optional(literal(true)) }),
  },
  // A card: "term/okr", "claim/C058", "question/PM001".
  cards: { id: /^(term|claim|question)\/.+$/, value: strictObject({ answers: answers(rated), due: day }) },
  // What holds for all tools. "track": the reader's own, which decides what is shown as not theirs.
  settings: { id: /^track$/, value: strictObject({ track }) },
  // The answers and the plan made from them, so that the plan on the page and the one in the reader's calendar agree.
  "study-plan": {
    id: /^plan$/,
    value: strictObject({
      track,
      loop: day,
      hours: pipe(number(), minValue(0)),
      off: array(weekday),
      weak: array(text),
      made: day,
      days: array(
        strictObject({
          day,
          items: array(
            strictObject({ id: text, minutes: count, part: count, parts: count, sat: optional(literal(true)) }),
          ),
        }),
      ),
      sat: optional(array(strictObject({ id: text, minutes: count }))), // minutes spent in earlier plans
      left: array(text), // ids for which there was no room
      unmet: optional(array(text)), // those of them that bring a kind of round the plan never meets
      minutes: count,
      capacity: count,
    }),
  },
};
