// A file that the guide of 2026-11-25 saved is read as it was, whatever the tools have learned since.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readFile } from "#tools/your-data/data-file.js";

test("every entry of a file of 2026-11-25 is read and none is lost", () => {
  const text = readFileSync(new URL("kept-2026-11-25.json", import.meta.url), "utf8");
  const { records, problems } = readFile(text);
  assert.deepEqual(problems, undefined);
  assert.deepEqual(records, JSON.parse(text).records);
  assert.equal(new Set(records.map(({ kind }) => kind)).size, 9);
});
