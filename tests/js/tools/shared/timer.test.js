// What a timer counts, and how it says it.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { elapsed, newTimer, paused, reading, started } from "#tools/shared/timer/timer.js";

test("a timer counts what ran and nothing else", () => {
  const stretch = fc.tuple(fc.nat(10 ** 8), fc.nat(10 ** 8)); // milliseconds: it ran, then it was paused
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (stretches) => {
      let [now, timer] = [1_700_000_000_000, newTimer("up", 3)];
      for (const [ran, rested] of stretches) {
        timer = paused(started(timer, now), now + ran);
        now += ran + rested;
      }
      assert.equal(
        elapsed(timer, now),
        stretches.reduce((sum, [ran]) => sum + ran, 0),
      );
    }),
  );
});

for (const [mode, seconds, time, words] of [
  ["up", 0, "0:00", "elapsed"],
  ["up", 3725, "62:05", "elapsed"],
  ["down", 0, "3:00", "left"],
  ["down", 179, "0:01", "left"],
  ["down", 180, "0:00", "over the time you set"],
  ["down", 200, "0:20", "over the time you set"],
]) {
  test(`a timer says its time and state in words: ${mode}, ${seconds} s`, () => {
    const timer = started(newTimer(mode, 3), 0);
    assert.deepEqual(reading(timer, seconds * 1000), { time, words });
    const stopped = paused(timer, seconds * 1000);
    assert.equal(reading(stopped, 10 ** 9).words, `${words}, ${seconds ? "paused" : "not started"}`);
  });
}

test("a clock that is set back takes no time away", () => {
  assert.equal(elapsed(started(newTimer("up", 3), 5000), 1000), 0);
});
