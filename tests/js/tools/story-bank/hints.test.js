// Hints on a story: they point at what a listener would miss, and say so about any text.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hintsOf, wordCount } from "#tools/story-bank/hints.js";
import { HOSTILE, stories, texts } from "./made-up.js";

const WHOLE = {
  title: "The waitlist we switched off",
  situation:
    "Our clinics lost money on late cancellations, about one visit in ten. A waitlist that filled the free slots had been switched off by every clinic but one within a month, and no one knew why.",
  task: "I answered for the feature, and had to say by the end of the quarter whether it stays.",
  action:
    "I sat at three front desks for a day each, and I watched what happened when a slot came free. The text went to everyone at once, so nine people called for one place. I changed my default: the first on the list gets an hour, then the next. I turned down a lottery, because it would have saved a week and cost the trust of patients.",
  result: "Eight of nine clinics switched it on again.",
  reflection: "I had measured slots, and no patient. I now sit at the desk before I write a default.",
};
// Enough words that length is no hint, and none of those that a hint looks for.
const MORE = "The clinic cancels late and the desk calls the next name on its list. ".repeat(6);
const ids = (story) => hintsOf(story).map(({ id }) => id);

for (const [change, expected] of [
  [{}, []],
  [{ result: "They came back." }, ["no-number"]],
  [{ result: "They came back by ٪٣٠." }, []], // digits of any script
  [{ result: "It doubled." }, []],
  [{ action: `We did what we do, and I watched. ${MORE}` }, ["more-we"]],
  [{ action: `Zoe's wei was in the US. ${MORE}` }, []],
  [{ reflection: " \n" }, ["no-reflection"]],
  [{ action: MORE.repeat(4) }, ["too-long"]],
  [{ action: "I asked." }, ["too-short"]],
  [{ result: "Nine clinics did. Customers loved it." }, ["vague"]],
  [{ reflection: "Communication is key." }, ["vague"]],
  [{ result: "Nine clinics did. The feedback was overwhelmingly positive." }, ["vague"]],
  [{ result: "It was well received in 9 clinics." }, ["vague"]],
  [{ result: "Everyone was really happy with the 3 changes." }, ["vague"]],
  [{ result: "Users absolutely love it, and 30 use it." }, ["vague"]],
  [{ result: "It was a game changer for 40 clinics." }, ["vague"]],
  [{ result: "We received great reviews from 20 people." }, ["vague"]],
  [{ result: "Two of nine customers liked the first draft, and seven the second." }, []],
  [{ result: "Nurses stopped typing 300 rows a week, and everyone was happy to." }, []],
  [{ reflection: "It taught me the importance of communication." }, ["vague"]],
  [{ reflection: "Teamwork makes the dream work." }, ["vague"]],
  [{ reflection: "I would not change anything." }, ["vague"]],
  [{ reflection: "Next time I would communicate more." }, ["vague"]],
  [{ reflection: "Communication was weak: one mail to nine desks. Now I call the desk first." }, []],
  [{ reflection: "N/A" }, ["no-reflection"]],
  [{ reflection: "none." }, ["no-reflection"]],
  [{ competencies: ["a", "b", "c", "d"] }, ["many-marks"]],
  [{ situation: `It was internal only. ${MORE}` }, ["maybe-private"]],
  [{ situation: `Ask ann@example.com. ${MORE}` }, ["maybe-private"]],
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
