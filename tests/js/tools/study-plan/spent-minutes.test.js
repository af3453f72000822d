// A task in several sessions: what was done of it and what is left are the whole task.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { carried, shortened } from "#tools/study-plan/spent-minutes.js";
import { withTick } from "#tools/study-plan/ticks.js";

const lengths = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 2, maxLength: 6 });
const sum = (items) => items.reduce((total, { minutes }) => total + minutes, 0);

test("what is done and what is left are the whole task", () => {
  const cases = lengths.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()])));
  fc.assert(
    fc.property(cases, ([all, order]) => {
      const items = all.map((minutes, at) => ({ id: "task/long", minutes, part: at + 1, parts: all.length }));
      const fresh = { days: [{ day: "2026-11-26", items }] };
      const ticked = order.map((at) => items[at]);
      let [plan, isDone] = [fresh, false];
      for (const item of ticked) ({ plan, isDone } = withTick(plan, item, true, isDone));
      assert.equal(isDone, ticked.length === items.length);
      const spent = carried(plan, isDone ? ["task/long"] : []);
      assert.equal(sum(spent), isDone ? 0 : sum(ticked));
      if (!isDone) {
        const [left] = shortened([{ id: "task/long", minutes: sum(items) }], spent);
        assert.equal(left.minutes + sum(ticked), sum(items));
      }
      for (const item of ticked) ({ plan, isDone } = withTick(plan, item, false, isDone));
      assert.deepEqual({ plan, isDone }, { plan: fresh, isDone: false });
    }),
  );
});
