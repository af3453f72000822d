// The lines by level, for the level a reader prepares for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ownLevelFirst } from "#tools/practice/levels.js";

const LINES = { 61: "a", 63: "b", 65: "c" };

test("the reader's level comes first and is marked, the others keep their order", () => {
  assert.deepEqual(ownLevelFirst(LINES, "65"), [
    ["65", "c", true],
    ["61", "a", false],
    ["63", "b", false],
  ]);
});

test("without a level, or without a line for it, all lines stay and none is marked", () => {
  for (const [lines, level] of [
    [LINES, ""],
    [{ 61: "a", 63: "b" }, "65"],
  ]) {
    assert.deepEqual(
      ownLevelFirst(lines, level),
      Object.entries(lines).map(([name, line]) => [name, line, false]),
    );
  }
});
