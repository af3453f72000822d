// What the rules of the self-assessment promise.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { changesOf, resultOf } from "#tools/self-assessment/scoring.js";

const ANSWERS = ["a", "b", "both", "neither"];
const LETTERS = { a: "a", b: "b", n: "neither", 2: "both" };
const rowsOf = (points) => points.map((each, number) => ({ id: `row-${number}`, points: each }));

// Rows with their points, and answers to some or all of them.
const cases = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...ANSWERS, "")), { minLength: 1, maxLength: 16 })
  .map((drawn) => {
    const rows = rowsOf(drawn.map(([points]) => points));
    const answers = drawn.map(([, answer], number) => [rows[number].id, answer]).filter(([, answer]) => answer);
    return { rows, answers: Object.fromEntries(answers) };
  });
const holds = (check) => fc.assert(fc.property(cases, check));

for (const [points, letters, kind, side] of [
  [[4, 8], "ab", "clear", "b"], // the sums of the page's own example
  [[9, 5], "ab", "slight", "a"],
  [[5, 2], "ab", "undecided", ""], // three points apart, though more than twice
  [[3, 3, 3, 3], "2222", "undecided", ""],
  [[8, 1, 1], "ann", "unknown", ""],
  [[8, 1, 1], "a2n", "unknown", ""], // a third of the rows
  [[8, 1, 1, 1], "a22n", "clear", "a"],
]) {
  test(`the result follows the rules of the page: ${points} answered ${letters}`, () => {
    const rows = rowsOf(points);
    const answers = Object.fromEntries(rows.map(({ id }, at) => [id, LETTERS[letters[at]]]));
    const result = resultOf(rows, answers);
    assert.deepEqual([result.kind, result.side], [kind, side]);
  });
}

test("points add up", () => {
  holds(({ rows, answers }) => {
    const result = resultOf(rows, answers);
    const sum = (of) => of.reduce((total, { points }) => total + points, 0);
    const answered = rows.filter(({ id }) => (answers[id] ?? "neither") !== "neither");
    assert.equal(result.a + result.b, sum(answered));
    assert.equal(result.left, rows.length - answered.length);
    assert.equal(result.of, sum(rows));
  });
});

test("the order of the answers is irrelevant", () => {
  holds(({ rows, answers }) => {
    assert.deepEqual(resultOf(rows, Object.fromEntries(Object.entries(answers).toReversed())), resultOf(rows, answers));
  });
});

test("swapping the columns swaps the result", () => {
  holds(({ rows, answers }) => {
    const swap = { a: "b", b: "a" };
    const result = resultOf(rows, answers);
    const mirrored = resultOf(
      rows,
      Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, swap[answer] ?? answer])),
    );
    assert.deepEqual([mirrored.a, mirrored.b, mirrored.kind], [result.b, result.a, result.kind]);
    assert.equal(mirrored.side, swap[result.side] ?? "");
  });
});

test("the answers named change the result and no other does", () => {
  holds(({ rows, answers }) => {
    const now = resultOf(rows, answers);
    const named = new Map(changesOf(rows, answers).map(({ id, to, kind, side }) => [`${id} ${to}`, `${kind} ${side}`]));
    for (const { id } of rows) {
      for (const to of ANSWERS) {
        const then = resultOf(rows, { ...answers, [id]: to });
        const isOther = then.kind !== now.kind || then.side !== now.side;
        assert.equal(isOther, named.has(`${id} ${to}`));
        if (isOther) assert.equal(named.get(`${id} ${to}`), `${then.kind} ${then.side}`);
      }
    }
  });
});
