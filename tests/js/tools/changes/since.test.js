// What changed since the edition that a reader has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isNew, summary } from "#tools/changes/since.js";

const COUNTS = [
  ["2026-11-28", 3],
  ["2026-11-20", 1],
];

test("changes of the copy's own day may have come after it", () => {
  assert.deepEqual(
    ["2026-11-21", "2026-11-20", "2026-11-19"].map((day) => isNew(day, "2026-11-20")),
    [true, true, false],
  );
});

test("without a day all is shown and nothing is said", () => {
  assert.equal(isNew("2026-11-20", ""), true);
  assert.equal(summary(COUNTS, ""), "");
});

for (const [since, said] of [
  ["2026-11-20", "4 changes since then."],
  ["2026-11-21", "3 changes since then."],
  ["2026-11-29", "Nothing changed since then. Your copy says what the guide says."],
]) {
  test(`since ${since}: ${said}`, () => assert.equal(summary(COUNTS, since), said));
}
