// What a record may hold: the check that runs before an import.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { KEEPS_NOTHING } from "#tools/your-data/keeps-nothing.js";
import { problemsOf } from "#tools/your-data/record-check.js";
import { SHAPES } from "#tools/your-data/shapes.js";

const changed = "2026-11-25T09:00:00.000Z";
const day = "2026-11-25";
const DONE = { kind: "progress", id: "task/a", changed, value: { done: day } };
const TRACK = { kind: "settings", id: "track", changed, value: { track: "pmm" } };
const OFFER = {
  kind: "offer-calculator",
  id: "offer-1",
  changed,
  value: { employer: "other", name: "", base: null, vesting: [25, null], change: -2.5 },
};
const ANSWER = { kind: "self-assessment", id: "owns", changed, value: { answer: "both" } };
const STORY = {
  kind: "story-bank",
  id: "mwvj0391-191rhjd",
  changed,
  value: { title: "A cut", result: "", competencies: ["judgment"], tracks: ["pmm"] },
};
const REHEARSAL = {
  kind: "role-plays",
  id: "legal-blocks-a-name/mwvj0391-191rhjd",
  changed,
  value: { play: "legal-blocks-a-name", day, mode: "alone", said: ["good", "weak"], needed: "Time.", self: "mixed" },
};
const BRANCHED = {
  ...REHEARSAL,
  id: "legal-blocks-a-name/mwvj0391-2branch",
  value: { play: "legal-blocks-a-name", day, mode: "alone", path: ["size-of-it", "plan-for-it"] },
};
const WORKED = {
  kind: "case-room",
  id: "recall-week/mwvj0391-191rhjd",
  changed,
  value: { case: "recall-week", day, asked: ["recall-how"], missed: ["Who is it?"], notes: "Delay", over: true },
};
const PRACTICED = {
  kind: "practice",
  id: "question/PM001",
  changed,
  value: { answers: [{ day, rating: "good", seconds: 90, notes: "key words" }], due: "2026-11-28", draft: "more" },
};
const SET = { ...PRACTICED, id: "set", value: { day, size: 7, ids: ["PM001"], skipped: ["PM002"] } };
const CHOICES = { ...PRACTICED, id: "choices", value: { size: 5, track: "pmm", level: "63", mode: "down" } };
const CARD = {
  kind: "cards",
  id: "claim/C058",
  changed,
  value: { answers: [{ day, rating: "again" }], due: "2026-11-26" },
};

const SCORED = {
  kind: "mock-interview",
  id: "mwvj0391-191rhjd",
  changed,
  value: {
    day,
    track: "pm",
    level: "63",
    round: "pm-ai",
    question: "PM001",
    mode: "alone",
    seconds: 1800,
    score: 3,
    change: "Goal first",
  },
};
const { seconds: _seconds, score: _score, change: _change, ...unscored } = SCORED.value;
const SCORE_DRAFT = { ...SCORED, id: "draft-pm-ai-pm001", value: { ...unscored, notes: "Goal first" } };
const LOOP_DRAFT = {
  ...SCORE_DRAFT,
  value: { ...SCORE_DRAFT.value, notes: "", loop: { at: 1, rounds: [{ round: "pm-ai", question: "PM001" }] } },
};
const POST = {
  kind: "post-decoder",
  id: "post",
  changed,
  value: { text: "Senior PM", loop: "2026-12-20", isRead: true },
};
const CASE_DONE = { ...DONE, id: "case/copilot-value" };
const MOCK_DONE = { ...DONE, id: "mock/pm-ai/1" };

for (const record of [
  SCORED,
  SCORE_DRAFT,
  LOOP_DRAFT,
  POST,
  CASE_DONE,
  MOCK_DONE,
  DONE,
  TRACK,
  ANSWER,
  OFFER,
  STORY,
  REHEARSAL,
  BRANCHED,
  WORKED,
  PRACTICED,
  SET,
  CHOICES,
  CARD,
]) {
  test(`what the tools write has no problems: ${record.kind} ${record.id}`, () => {
    assert.deepEqual(problemsOf(record), []);
  });
}

for (const [broken, words] of [
  [{ ...DONE, kind: "cats" }, "this guide has no tool “cats”"],
  [{ ...DONE, kind: "toString" }, "this guide has no tool “toString”"],
  [null, "it names no tool"],
  [{ ...DONE, id: "a" }, "“id” is “a”, and must be a name that the tool gives"],
  [{ ...DONE, changed: "today" }, "“changed” is “today”, and must be a moment, such as"],
  [{ ...DONE, value: {} }, "“done” is missing"],
  [{ ...DONE, value: { done: 5 } }, "“done” is 5, and must be text"],
  [{ ...DONE, value: { done: "2026-02-30" } }, "“done” is “2026-02-30”, and must be a day"],
  [{ ...DONE, value: { done: day, by: "me" } }, "“by” is unknown here"],
  [{ ...DONE, value: [] }, "“done” is missing"],
  [{ ...TRACK, value: { track: "pmmm" } }, "“pmmm”, and must be one of pm, pmm, both"],
  [{ ...ANSWER, value: { answer: "c" } }, "must be one of a, b, both, neither"],
  [{ ...OFFER, id: "offer-4" }, "“id” is “offer-4”"],
  [{ ...OFFER, value: { employer: "other", base: "5" } }, "“base” is “5”, and must be a number"],
  [{ ...STORY, value: { action: 5 } }, "“action” is 5, and must be text"],
  [{ ...REHEARSAL, id: "legal" }, "“id” is “legal”"],
  [{ ...BRANCHED, value: { ...BRANCHED.value, path: [5] } }, "“path, number 1” is 5, and must be text"],
  [{ ...TRACK, more: 1 }, "“more” is unknown here"],
  [{ ...SCORED, value: { ...SCORED.value, score: 6 } }, "“score” is 6, and must be 5 or less"],
  [{ ...SCORED, value: { ...SCORED.value, sound: "blob" } }, "“sound” is unknown here"],
  [{ ...PRACTICED, id: "question/1" }, "“id” is “question/1”"],
  [{ ...PRACTICED, value: { answers: [] } }, "“answers” is [], and must be filled"],
  [{ ...CHOICES, value: { size: 2.5 } }, "“size” is 2.5, and must be a whole number"],
  [{ ...CHOICES, value: { size: -1 } }, "“size” is -1, and must be 0 or more"],
  [{ ...SET, value: { ...SET.value, size: "7" } }, "“size” is “7”, and must be a number"],
  [
    { ...CARD, value: { ...CARD.value, answers: [{ day, rating: "fine" }] } },
    "“answers, number 1, rating” is “fine”, and must be one of again, hard, good, easy",
  ],
]) {
  test(`what is wrong is said in a reader's words: ${words}`, () => {
    const [problem, ...more] = problemsOf(broken);
    assert.deepEqual(more, []);
    assert.ok(problem.includes(words), problem);
  });
}

test("every tool has a shape for its records, or is among those that keep nothing", () => {
  const list = readFileSync(new URL("../../../../data/study-tools.yml", import.meta.url), "utf8");
  const tools = Array.from(list.matchAll(/^- id: (.+)$/gm), ([, id]) => id);
  const { settings: _, ...ofTools } = SHAPES; // what all tools share
  const named = [...Object.keys(ofTools), ...KEEPS_NOTHING];
  const without = tools.filter((id) => !named.includes(id));
  assert.deepEqual(without, [], "add the shape of its records to shapes.js, or its id to keeps-nothing.js");
  assert.deepEqual(named.sort(), tools.sort(), "a shape, or an id in keeps-nothing.js, is of no tool");
});
