// The reader's track: what a link says, what is saved, and what follows from both.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ownFirst } from "#tools/cards/decks.js";
import { readSaved } from "#tools/practice/saved.js";
import { chosenTrack, isMine, linkedTrack, mirrorTrack, recallTrack } from "#tools/shared/track/track.js";

const storeOf = (...records) => ({ list: async () => records, watch: () => {} });
const saved = (track) => ({ kind: "settings", id: "track", value: { track } });

test("a link carries one of three tracks, and nothing else is taken for one", () => {
  assert.equal(linkedTrack("?track=pmm"), "pmm");
  assert.equal(linkedTrack("?loop=2026-12-20&track=pm"), "pm");
  for (const address of ["", "?track=", "?track=pm;x", "?track=PMM", "?tracks=pm"])
    assert.equal(linkedTrack(address), undefined, address);
});

test("who has chosen nothing is asked for both, and a tool can tell the two apart", async () => {
  assert.equal(await recallTrack(storeOf()), "both");
  assert.equal(await chosenTrack(storeOf()), undefined);
  assert.equal(await chosenTrack(storeOf(saved("both"))), "both");
});

test("the track is found beside other settings", async () => {
  const other = { kind: "settings", id: "a-later-setting", value: { track: "no track" } };
  assert.equal(await recallTrack(storeOf(other, saved("pmm"))), "pmm");
});

test("what is for both is everyone's", () => {
  assert.ok(isMine("pm", { track: "both" }));
  assert.ok(isMine("both", { track: "pmm" }));
  assert.ok(!isMine("pm", { track: "pmm" }));
});

test("the shadow follows what is saved, and goes with it", async () => {
  const values = new Map();
  const root = { dataset: {}, removeAttribute: (name) => delete root[name], "data-both": "" };
  globalThis.document = { documentElement: root };
  globalThis.localStorage = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => values.set(key, value),
    removeItem: (key) => values.delete(key),
  };
  await mirrorTrack(storeOf(saved("pmm")));
  assert.deepEqual([...values.values()], ["pmm"]);
  assert.equal(root.dataset.track, "pmm");
  assert.ok(!("data-both" in root), "another track folds the rows again");
  root.dataset.track = "pm"; // chosen while the store opens, and not saved yet
  await mirrorTrack(storeOf(saved("pmm")));
  assert.equal(root.dataset.track, "pm");
  await mirrorTrack(storeOf());
  assert.deepEqual([[...values], root.dataset.track], [[], "both"]);
});

test("practice draws for the reader's track, whatever was chosen there before", () => {
  const records = [{ kind: "practice", id: "choices", value: { track: "pm", size: 3 } }];
  assert.deepEqual([readSaved(records, "pmm").choices.track, readSaved(records, "pmm").choices.size], ["pmm", 3]);
  assert.equal(readSaved(records, undefined).choices.track, "pm");
  assert.equal(readSaved([], undefined).hasTrack, false);
});

test("decks of the other track come last, and none is lost", () => {
  const decks = ["prepare/questions-pm-product", "reference/glossary", "prepare/questions-pmm-launch", "loops/pm"];
  const shown = ownFirst(
    decks.map((page) => ({ page })),
    "pmm",
  ).map(({ page }) => page);
  assert.deepEqual(shown, [decks[1], decks[2], decks[0], decks[3]]);
});
