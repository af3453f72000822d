// The day on which something comes back.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dueAfter, outlook, withAnswer, withoutNewest } from "#tools/shared/review/fsrs.js";

const TODAY = "2026-11-25";
const RATINGS = ["again", "hard", "good", "easy"];
const rating = fc.constantFrom(...RATINGS);
const before = fc.integer({ min: 1, max: 24 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
const answers = fc.uniqueArray(fc.record({ day: before, rating }), { maxLength: 6, selector: ({ day }) => day });

test("a better rating never comes back sooner", () => {
  fc.assert(
    fc.property(answers, (given) => {
      const days = outlook(given, TODAY);
      const due = RATINGS.map((one) => days[one]);
      assert.ok(TODAY < due[0]);
      assert.deepEqual(due, due.toSorted());
      assert.ok(due[0] < due[3]);
    }),
  );
});

test("the first rating of a day counts, and can be taken back", () => {
  fc.assert(
    fc.property(answers, rating, rating, (given, first, second) => {
      const saved = given.reduce(withAnswer, undefined);
      const once = withAnswer(saved, { day: TODAY, rating: first });
      const twice = withAnswer(once, { day: TODAY, rating: second });
      assert.equal(twice.due, once.due);
      assert.deepEqual(withoutNewest(once), saved);
      assert.equal(dueAfter(once.answers.toReversed()), once.due);
    }),
  );
});

test("a draft stays when the only rating is taken back", () => {
  const value = { answers: [{ day: TODAY, rating: "good" }], due: "2026-11-28", draft: "key words" };
  assert.deepEqual(withoutNewest(value), { draft: "key words" });
});
