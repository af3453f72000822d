// Where a reader is weak, by what they rated and scored.
import assert from "node:assert/strict";
import { test } from "node:test";
import { weakCompetencies } from "#tools/shared/review/weak.js";

const questions = [
  { id: "PM001", competency: "judgment" },
  { id: "PM002", competency: "judgment" },
  { id: "PM003", competency: "influence" },
];
const rated = (id, day, rating) => ({ id: `question/${id}`, value: { answers: [{ day, rating, seconds: 60 }] } });
const scored = (question, day, score) => ({ id: "a", value: { question, day, score } });
const weak = (practice, mocks) => weakCompetencies({ practice, mocks, questions });

test("a low score in a mock interview makes its competency weak, as a weak or mixed rating does", () => {
  assert.deepEqual(weak([], [scored("PM003", "2026-11-28", 3)]), ["influence"]);
  assert.deepEqual(weak([], [scored("PM003", "2026-11-28", 4)]), []);
  assert.deepEqual(weak([rated("PM001", "2026-11-28", "hard")], [scored("PM003", "2026-11-28", 1)]), [
    "judgment",
    "influence",
  ]);
});

test("the newest day decides, and one weak answer on it is enough", () => {
  assert.deepEqual(weak([rated("PM001", "2026-11-27", "again")], [scored("PM002", "2026-11-28", 5)]), []);
  assert.deepEqual(weak([rated("PM001", "2026-11-28", "easy")], [scored("PM002", "2026-11-28", 2)]), ["judgment"]);
});

test("what has left the bank, is not rated yet or has no score counts for nothing", () => {
  const other = [
    { id: "set", value: { day: "2026-11-28" } },
    { id: "question/PM001", value: { draft: "x" } },
  ];
  assert.deepEqual(weak(other, [scored("PM999", "2026-11-28", 1), { id: "b", value: { question: "PM001" } }]), []);
});

test("the plan's names of questions do as well", () => {
  const planned = questions.map(({ id, competency }) => ({ id: `question/${id}`, competency }));
  const found = { practice: [rated("PM001", "2026-11-28", "again")], mocks: [scored("PM003", "2026-11-28", 2)] };
  assert.deepEqual(weakCompetencies({ ...found, questions: planned }), ["judgment", "influence"]);
});
