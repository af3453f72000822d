// Whatever is pasted into the search box, the work is bounded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { InvertedIndex } from "#search/index.js";
import { QueryReader } from "#search/query/query-reader.js";

const SPELLING = new URL("../../../hooks/guide/publish/search/spelling.yml", import.meta.url);
// A list of the file, each line of which is JSON too.
function listed(name) {
  const [lines] = readFileSync(SPELLING, "utf8").split(`\n${name}:\n`)[1].split("\n\n");
  return Array.from(lines.matchAll(/\[".*"\]/g), ([line]) => JSON.parse(line));
}
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
// The same words in each run, and none of a language.
function madeUp(length, seed) {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return LETTERS[Math.floor(state / 65536) % LETTERS.length];
  }).join("");
}
const vocabulary = Array.from({ length: 5000 }, (_, n) => madeUp(4 + (n % 9), n + 1));
const core = {
  vocabulary: ["levels", "compensation", ...vocabulary].join(" "),
  stops: [],
  light: [],
  pages: [["a/", 0]],
  kinds: [],
  kind: "",
  track: "",
  titleWeight: "",
  textLength: "",
  queryTitles: "",
  synonyms: [],
  spelling: { folds: listed("folds"), numbers: {}, spellings: listed("spellings"), endings: listed("endings") },
  shards: [0],
};
const reader = new QueryReader(new InvertedIndex(core, () => assert.fail("no file is read")));

for (const [name, query] of [
  ["a word of 800 letters", madeUp(800, 7)],
  ["a word of 20,000 letters", madeUp(20_000, 8)],
  ["one word pasted many times", "compensationlevels".repeat(300)],
  ["a page of unknown words", Array.from({ length: 2000 }, (_, n) => madeUp(12, n + 9)).join(" ")],
  ["nothing but signs", "?!-".repeat(10_000)],
]) {
  test(`bounded work: ${name}`, () => {
    const start = performance.now();
    const units = reader.units(reader.parse(query));
    assert.ok(units.length <= 32);
    assert.ok(performance.now() - start < 1500, `${Math.round(performance.now() - start)} ms`);
  });
}

test("a long query is still answered by its first words", () => {
  const { typed } = reader.parse(`levels ${"and more ".repeat(500)}`);
  assert.equal(typed[0], "levels");
});
