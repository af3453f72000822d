// Which competencies no story shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { coverageOf } from "#tools/story-bank/coverage.js";
import { COMPETENCIES, stories } from "./made-up.js";

test("a competency is missing exactly where no story shows it", () => {
  fc.assert(
    fc.property(fc.array(stories, { maxLength: 5 }), (some) => {
      const bank = some.map((story, number) => ({ ...story, id: `s${number}` }));
      const coverage = coverageOf(bank, COMPETENCIES);
      for (const track of ["pm", "pmm"]) {
        const shown = bank.filter(({ tracks }) => tracks?.includes(track)).flatMap((story) => story.competencies ?? []);
        assert.deepEqual(
          coverage.missing[track],
          COMPETENCIES.filter((name) => !shown.includes(name)),
        );
      }
      const overused = bank.filter(({ competencies }) => competencies?.length === 5).map(({ id }) => id);
      assert.deepEqual(coverage.overused, overused);
    }),
  );
});
