// A file that is brought in: checked whole, compared, merged as the reader says.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { chosen, compared, readFile } from "#tools/your-data/data-file.js";
import { exported } from "#tools/your-data/export.js";

const [OLD, NEW] = ["2026-11-20T09:00:00.000Z", "2026-11-24T09:00:00.000Z"];
const mark = (key, value = { done: "2026-11-20" }) => ({ kind: "progress", id: `task/${key}`, changed: OLD, value });
const marks = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(OLD, NEW), fc.constantFrom(20, 24))
  .map(([at, changed, day]) => ({ kind: "progress", id: `task/${at}`, changed, value: { done: `2026-11-${day}` } }));

test("a file that was saved is read as it was", () => {
  fc.assert(
    fc.property(fc.uniqueArray(marks, { selector: ({ id }) => id }), (saved) => {
      assert.deepEqual(readFile(exported(saved)), { records: saved });
      const counts = saved.length ? { progress: { added: 0, same: saved.length, conflicts: 0 } } : {};
      assert.deepEqual(compared(saved, saved), counts);
    }),
  );
});

test("each choice keeps what it says", () => {
  fc.assert(
    fc.property(marks, marks, (mine, theirs) => {
      const isSame = mine.value.done === theirs.value.done;
      assert.deepEqual(chosen(mine, theirs, "mine"), mine);
      assert.deepEqual(chosen(mine, theirs, "file"), isSame ? mine : theirs);
      const isNewer = !isSame && theirs.changed > mine.changed;
      assert.deepEqual(chosen(mine, theirs, "newer"), isNewer ? theirs : mine);
    }),
  );
});

for (const [text, words] of [
  ["{", ["not whole, or not a file of this guide"]],
  ["null", ["format as nothing"]],
  ['{"notes": [{"title": "Mine"}]}', ["another program’s file", "Save to a file"]],
  ['{"format": "other", "records": []}', ['format as "other"', "reload this page"]],
  ['{"format": "pm-pmm-guide-data-1"}', ["no list “records”"]],
]) {
  test(`a file of another kind is refused with the way out: ${text}`, () => {
    const { problems } = readFile(text);
    assert.equal(problems.length, 1);
    assert.deepEqual(
      words.filter((word) => !problems[0].includes(word)),
      [],
    );
  });
}

test("a mark of the encoding, which an editor puts first, changes nothing", () => {
  const text = exported([mark("a")]);
  assert.deepEqual(readFile(`\ufeff${text}`), readFile(text));
});

test("all that is wrong is reported with its place", () => {
  const track = { kind: "settings", id: "track", changed: OLD, value: { track: "pmmm" } };
  const text = exported([mark("a"), mark("b", { done: 5 }), track, mark("a"), null]);
  assert.deepEqual(readFile(text, { progress: "Progress" }), {
    problems: [
      "Entry 2 (Progress, task/b): “done” is 5, and must be text.",
      "Entry 3 (settings, track): “track” is “pmmm”, and must be one of pm, pmm, both.",
      "Entry 4 (Progress, task/a): entry 1 is the same thing. Remove one of the two.",
      "Entry 5: it names no tool (“kind” is missing).",
    ],
  });
});
