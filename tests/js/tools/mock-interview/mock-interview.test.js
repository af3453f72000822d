// What a mock interview draws, what its link carries, how scorecards compare.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { draftId, sorted, withNotes } from "#tools/mock-interview/drafts.js";
import { drawQuestion, drawRounds, LOOP, shuffled } from "#tools/mock-interview/draw.js";
import { cardsAsMarkdown, overTime, trend } from "#tools/mock-interview/scorecards.js";
import { asFragment, fromFragment } from "#tools/mock-interview/setting.js";

const KINDS = ["product-sense", "behavioral", "execution", "root-cause", "strategy", "ai"];
const rounds = ["pm", "pmm"].flatMap((track) => KINDS.map((kind) => ({ id: `${track}-${kind}`, track, type: kind })));
const cards = fc.array(
  fc.record({ round: fc.constantFrom(...rounds.map(({ id }) => id)), question: fc.constantFrom("PM001", "PM002") }),
);
const chances = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 30, maxLength: 30 });
const from = (values) => {
  let at = 0;
  return () => values[at++ % values.length];
};

test("a loop holds four kinds of one track, the stories among them, and those with the fewest scorecards", () => {
  fc.assert(
    fc.property(cards, fc.constantFrom("pm", "pmm"), (saved, track) => {
      const drawn = drawRounds({ rounds, track, chosen: "loop", cards: saved });
      assert.equal(new Set(drawn).size, LOOP);
      assert.ok(drawn.every((round) => round.track === track));
      assert.ok(drawn.some(({ id }) => id === `${track}-behavioral`));
      const had = ({ id }) => saved.filter(({ round }) => round === id).length;
      const left = rounds.filter((round) => round.track === track && !drawn.includes(round));
      const others = drawn.filter(({ id }) => id !== `${track}-behavioral`);
      assert.ok(Math.max(...others.map(had)) <= Math.min(...left.map(had)));
    }),
  );
});

test("a chosen round is the only one", () => {
  assert.deepEqual(
    drawRounds({ rounds, track: "pm", chosen: "pm-ai", cards: [] }).map(({ id }) => id),
    ["pm-ai"],
  );
});

test("no question comes twice in a loop, and those asked least come first", () => {
  const ids = ["PM001", "PM002", "PM003", "PM004", "PM005"];
  fc.assert(
    fc.property(cards, chances, (saved, values) => {
      const taken = [];
      for (let turn = 0; turn < LOOP; turn += 1) {
        const id = drawQuestion({ ids, cards: saved, taken, chance: from(values) });
        assert.ok(ids.includes(id) && !taken.includes(id));
        const had = (one) => saved.filter(({ question }) => question === one).length;
        for (const other of ids.filter((one) => !taken.includes(one))) assert.ok(had(id) <= had(other));
        taken.push(id);
      }
      assert.deepEqual(shuffled(ids, from(values)).toSorted(), ids);
    }),
  );
});

test("the link brings the setting to the partner as it is", () => {
  const setting = {
    level: "63",
    rounds: [
      { round: "pm-execution", question: "PM012" },
      { round: "pm-ai", question: "PM100" },
    ],
  };
  assert.equal(asFragment(setting), "#sheet=63.pm-execution.PM012.pm-ai.PM100");
  assert.deepEqual(fromFragment(asFragment(setting)), setting);
});

for (const broken of [
  "",
  "#round=pm-ai",
  "#sheet=",
  "#sheet=64.pm-ai.PM001",
  "#sheet=63.pm-ai",
  "#sheet=63.pm-ai.<b>",
  "#sheet=63.../x.PM001",
]) {
  test(`a link that says something else opens no sheet: ${broken}`, () =>
    assert.equal(fromFragment(broken), undefined));
}

const card = (score, day, more = {}) => ({
  day,
  track: "pm",
  level: "63",
  round: "pm-ai",
  question: "PM001",
  mode: "alone",
  seconds: 1805,
  score,
  ...more,
});

test("scorecards of a round are compared over time", () => {
  const its = [card(2, "2026-11-25"), card(4, "2026-11-28")];
  assert.deepEqual(overTime(its, rounds), [{ type: "ai", track: "pm", cards: its }]);
  assert.equal(trend(its), "2, 4: up 2 since the first");
  assert.equal(trend([its[1], its[0]]), "4, 2: down 2 since the first");
  assert.equal(trend([its[0]]), "2 of 5");
  assert.equal(trend([its[0], its[0]]), "2, 2: the same since the first");
});

test("the file holds each scorecard, the newest first, with text as it is", () => {
  const text = cardsAsMarkdown(
    [card(2, "2026-11-25"), card(3, "2026-11-28", { change: "Say *why* first", notes: "a\nb" })],
    {
      rounds,
      textOf: () => "Why?",
    },
  );
  assert.match(
    text,
    /^# My mock interviews\n\n## ai, 3 of 5\n\nSaturday, November 28, 2026, PM, for level 63, 30:05, alone\n/,
  );
  assert.ok(text.includes("- Change: Say \\*why\\* first\n- Notes: a b\n"));
  const broken = cardsAsMarkdown([card(3, "2026-11-28", { keep: "Goal\n- first\n===" })], { rounds, textOf: () => "" });
  assert.ok(broken.includes("- Keep: Goal - first ===\n"));
  assert.ok(text.indexOf("3 of 5") < text.indexOf("2 of 5"));
});

test("notes of an interview that is not scored are a draft of its round and question, and gone when empty", () => {
  assert.equal(draftId({ id: "pm-ai", question: { id: "PM001" } }), "draft-pm-ai-pm001");
  const { score: _, seconds: _seconds, ...setting } = card(2, "2026-11-25");
  const draft = withNotes(setting, "Goal first");
  assert.equal(draft.notes, "Goal first");
  assert.equal(withNotes(draft, ""), undefined);
  const found = sorted([
    { id: "a", value: card(2, "2026-11-25") },
    { id: "draft-pm-ai-pm001", value: draft },
  ]);
  assert.deepEqual(
    found.cards.map(({ id }) => id),
    ["a"],
  );
  assert.deepEqual(
    found.drafts.map(({ id }) => id),
    ["draft-pm-ai-pm001"],
  );
});

test("a loop keeps its place without notes once a round of it is behind the reader", () => {
  const rounds = ["pm-ai", "pm-strategy"].map((round, at) => ({ round, question: `PM00${at + 1}` }));
  const setting = { track: "pm", level: "63", round: "pm-strategy", question: "PM002", mode: "alone" };
  assert.equal(withNotes({ ...setting, loop: { at: 0, rounds } }, ""), undefined);
  const draft = withNotes({ ...setting, loop: { at: 1, rounds } }, undefined);
  assert.equal(draft.notes, "");
  assert.deepEqual(sorted([{ id: "draft-pm-strategy-pm002", value: draft }]).drafts[0].loop, { at: 1, rounds });
});
