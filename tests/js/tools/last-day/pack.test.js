// What goes on the sheets: the reader's own, for the track, and little enough to read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardsOf, changesOf, questionsOf, roundsOf, scoresOf, storiesOf, weakOf } from "#tools/last-day/pack.js";

const NAMES = { judgment: "Judgment" };

test("stories for the track are included, six at most, and long texts are cut", () => {
  const story = (title, tracks) => ({ title, tracks, result: "word ".repeat(30), competencies: ["judgment"] });
  const stories = [story("Other", ["pmm"]), ...Array.from({ length: 8 }, (_, index) => story(`S${index}`, ["pm"]))];
  const found = storiesOf(stories, "pm", NAMES);
  assert.deepEqual(
    found.map(({ title }) => title),
    ["S0", "S1", "S2", "S3", "S4", "S5"],
  );
  assert.match(found[0].result, /^(word ){13}word\u00a0…$/);
  assert.deepEqual(found[0].shows, ["Judgment"]);
  assert.deepEqual(storiesOf([{ title: " " }], "pm", NAMES), []);
});

test("the newest judged rehearsals come first, and those without a judgment not at all", () => {
  const record = (day, self) => ({ value: { play: "a", day, self } });
  const found = scoresOf([record("2026-11-01", "weak"), record("2026-11-09", "strong"), record("2026-11-10")], {
    a: "A",
  });
  assert.deepEqual(
    found.map(({ name, self }) => [name, self]),
    [
      ["A", "strong"],
      ["A", "weak"],
    ],
  );
});

test("scorecards are those of the track, the newest first, with what to change", () => {
  const card = (day, track, score) => ({
    value: { round: "pm-design", day, track, level: "63", score, change: "Ask first" },
  });
  const cards = [card("2026-11-01", "pm", 2), card("2026-11-20", "pm", 4), card("2026-11-25", "pmm", 5)];
  assert.deepEqual(
    cardsOf(cards, "pm", { "pm-design": "Product design" }).map(({ name, score, change }) => [name, score, change]),
    [
      ["Product design", 4, "Ask first"],
      ["Product design", 2, "Ask first"],
    ],
  );
});

test("a question is weak by its newest answer", () => {
  const answered = (id, ...ratings) => ({ id, value: { answers: ratings.map((rating) => ({ rating })) } });
  assert.deepEqual(
    weakOf([answered("one", "easy", "hard"), answered("two", "again", "good"), { id: "set", value: {} }]),
    ["one"],
  );
});

test("rounds, questions and changes are those of the track and the topic, and few", () => {
  const ask = ["pm", "both", "pmm", "both"].map((track, index) => ({ track, whom: "peer", question: `Q${index}?` }));
  assert.deepEqual(questionsOf({ ask, each: 2 }, "pm"), [{ whom: "peer", questions: ["Q0?", "Q1?"] }]);
  const changes = Array.from({ length: 9 }, (_, index) => ({ topic: index % 2 ? "jobs" : "office", headline: index }));
  assert.equal(changesOf({ changes }, "").length, 4);
  assert.ok(changesOf({ changes }, "jobs").every(({ topic }) => topic === "jobs"));
  assert.deepEqual(roundsOf({ rounds: [{ track: "pm" }, { track: "pmm" }] }, "pmm"), [{ track: "pmm" }]);
});
