// What is for the reader's track ranks first; what is for the other is never lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ranking } from "#search/ranking.js";

// Two places of a page that answer alike, one for PM and one for PMM. The page itself says nothing of it.
const documents = new Map([
  [0, 1],
  [1, 1],
]);
const index = {
  size: 3,
  titleWeight: [1, 1, 1],
  textLength: [5, 5, 5],
  firsts: [2],
  half: [4],
  pageOf: [0, 0, 0],
  kind: ["row", "row", "page"],
  track: ["pm", "pmm", ""],
  postings: new Map(["launch", "pm", "pmm"].map((stem) => [stem, { documents, pages: new Map(), idf: 1 }])),
  isKnown: () => true,
  fetchPostings: async () => {},
};
const reader = {
  units: ({ typed }) => typed.map((stem) => ({ stem, alternatives: [{ stems: [stem], score: 1 }] })),
  contentStems: (stems) => stems,
};
async function found(typed, mine, track = "") {
  const result = await new Ranking(index, reader).rank({ typed, track, mine, isQuestion: false });
  return result.found.map(({ number }) => index.track[number]);
}

test("the reader's track comes first", async () => {
  assert.deepEqual(await found(["launch"], "pmm"), ["pmm", "pm"]);
  assert.deepEqual(await found(["launch"], "pm"), ["pm", "pmm"]);
});

test("a track that the query names outranks the reader's", async () => {
  assert.deepEqual(await found(["launch", "pm"], "pmm"), ["pm", "pmm"]);
  assert.deepEqual(await found(["launch"], "pmm", "pm"), ["pm"]);
});

test("naming both, or having chosen none, favors neither", async () => {
  const scores = async (typed, mine) =>
    (await new Ranking(index, reader).rank({ typed, track: "", mine, isQuestion: false })).found.map(
      ({ score }) => score,
    );
  for (const [typed, mine] of [
    [["pm", "pmm"], "pmm"],
    [["launch"], "both"],
    [["launch"], undefined],
  ]) {
    const [one, other] = await scores(typed, mine);
    assert.equal(one, other);
  }
});
