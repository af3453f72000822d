import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULTS, situation } from "#tools/practice/saved.js";

const DAY = "2026-11-28";
const answered = { answers: [{ day: DAY, rating: "good", seconds: 60 }], due: "2026-12-01" };
const questions = [{ id: "PM001", track: "pm", category: "strategy", competency: "judgment", scope: "other-company" }];

test("an answer of today counts, and one to a question that has left the bank does not", () => {
  const saved = { PM001: answered, PMM041: answered };
  const now = situation({ questions, saved, set: undefined, choices: DEFAULTS }, DAY);
  assert.deepEqual(now.done, ["PM001"]);
  assert.deepEqual(now.ids, ["PM001"]);
  assert.deepEqual(Object.keys(now.seen), ["PM001"]);
});

test("a draft alone is no answer", () => {
  const now = situation({ questions, saved: { PM001: { draft: "x" } }, set: undefined, choices: DEFAULTS }, DAY);
  assert.deepEqual(now.done, []);
});
