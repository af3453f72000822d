// Hints on a story: they point at what a listener would miss, and say so about any text.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hintsOf, wordCount } from "#tools/story-bank/hints.js";
import { HOSTILE, stories, texts } from "./made-up.js";

const WHOLE = {
  title: "The waitlist we switched off",
  situation: "Our clinics lost money on late cancellations.",
  task: "I answered for the feature.",
  action: "I sat at three front desks, and I changed my default.",
  result: "Eight of nine clinics switched it on again.",
  reflection: "I had measured slots, and no patient.",
};
const ids = (story) => hintsOf(story).map(({ id }) => id);

for (const [change, expected] of [
  [{}, []],
  [{ result: "They came back." }, ["no-number"]],
  [{ result: "They came back by ٪٣٠." }, []], // digits of any script
  [{ result: "It doubled." }, []],
  [{ action: "We did what we do, and I watched." }, ["more-we"]],
  [{ action: "Zoe's wei was in the US." }, []],
  [{ reflection: " \n" }, ["no-reflection"]],
  [{ action: "I ".repeat(300) }, ["too-long"]],
  [{ competencies: ["a", "b", "c", "d"] }, ["many-marks"]],
  [{ situation: "It was internal only." }, ["maybe-private"]],
  [{ situation: "Ask ann@example.com." }, ["maybe-private"]],
]) {
  test(`hints point at what a listener would miss: ${JSON.stringify(change).slice(0, 60)}`, () => {
    assert.deepEqual(ids({ ...WHOLE, ...change }), expected);
  });
}

test("a story with nothing in it has no hints", () => {
  assert.deepEqual(ids({}), []);
  assert.deepEqual(ids({ title: "Later", result: "👍" }), []);
});

test("hints say something in words about any text", () => {
  const inWords = (story) => {
    const found = hintsOf(story);
    assert.ok(found.every(({ text }) => /[.?]$/.test(text)));
    assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
  };
  inWords({ action: HOSTILE });
  fc.assert(fc.property(stories, inWords));
});

test("words of two texts are those of both", () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      assert.equal(wordCount(`${one} \n ${other}`), wordCount(one) + wordCount(other));
    }),
  );
});

// A pattern that goes back over its steps would take minutes here, and the browser would give up.
test("a huge text is counted in no time that a reader notices", { timeout: 20_000 }, () => {
  for (const piece of ["word ", "a-", "@", "ﷺ", "1"]) hintsOf({ ...WHOLE, action: piece.repeat(100_000) });
  assert.equal(wordCount("word ".repeat(100_000)), 100_000);
});
