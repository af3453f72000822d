// The history of a competency, as rows and as a picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dots, historyByCompetency } from "#tools/practice/history.js";

const TODAY = "2026-11-25";
const RATINGS = ["again", "hard", "good", "easy"];

test("the history groups answers by competency in order of time", () => {
  const questions = [
    { id: "PM001", competency: "judgment" },
    { id: "PM002", competency: "judgment" },
    { id: "PM003", competency: "focus" },
  ];
  const saved = {
    PM001: {
      answers: [
        { day: "2026-11-20", rating: "again" },
        { day: TODAY, rating: "good" },
      ],
    },
    PM002: { answers: [{ day: "2026-11-22", rating: "hard" }] },
    PM003: { draft: "not rated yet" },
  };
  const history = historyByCompetency(saved, questions, ["focus", "judgment"]);
  assert.deepEqual(
    history.map(({ competency, answers }) => [competency, answers.map(({ rating }) => rating)]),
    [["judgment", ["again", "hard", "good"]]],
  );
});

test("the picture shows later further right and better higher", () => {
  const box = { width: 120, height: 36, edge: 5 };
  const some = fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(some, (ratings) => {
      const drawn = dots(ratings, box);
      const across = drawn.map(({ x }) => x);
      assert.deepEqual(
        across,
        across.toSorted((a, b) => a - b),
      );
      assert.ok(drawn.every(({ x, y }) => x >= 5 && x <= 115 && y >= 5 && y <= 31));
      for (const [at, one] of drawn.entries()) {
        for (const [against, other] of drawn.entries()) {
          const isBetter = RATINGS.indexOf(ratings[at]) > RATINGS.indexOf(ratings[against]);
          assert.equal(one.y < other.y, isBetter);
        }
      }
    }),
  );
});
