// Days: a page that stays open past midnight shows the new one.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { onNewDay } from "#tools/shared/dates.js";

const page = () => new EventTarget();

test("midnight is reported once, and the next one too", () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: new Date(2026, 10, 28, 23, 59, 30) });
  let calls = 0;
  const end = onNewDay(() => calls++, { page: page() });
  mock.timers.tick(29_000);
  assert.equal(calls, 0);
  mock.timers.tick(2_000);
  assert.equal(calls, 1);
  mock.timers.tick(86_400_000);
  assert.equal(calls, 2);
  end();
  mock.timers.tick(86_400_000);
  assert.equal(calls, 2);
  mock.timers.reset();
});

test("a page that slept through midnight tells when it is looked at again", () => {
  let [day, calls] = [28, 0];
  const sleeper = page();
  const end = onNewDay(() => calls++, { now: () => new Date(2026, 10, day, 12), page: sleeper });
  sleeper.dispatchEvent(new Event("visibilitychange"));
  assert.equal(calls, 0);
  day = 29;
  sleeper.dispatchEvent(new Event("visibilitychange"));
  assert.equal(calls, 1);
  end();
  day = 30;
  sleeper.dispatchEvent(new Event("visibilitychange"));
  assert.equal(calls, 1);
});
