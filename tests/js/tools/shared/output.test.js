// What a reader takes away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { escaped } from "#tools/shared/output/output.js";

test("signs of Markdown in a text stay text", () => {
  assert.equal(escaped("a *b* [c](d) `e` <f>"), "a \\*b\\* \\[c\\](d) \\`e\\` \\<f\\>");
});
