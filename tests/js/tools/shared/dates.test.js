// Days: a page that stays open past midnight shows the new one.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { daysAfter, longDay, monthOfDay, shortDay } from "#tools/shared/dates.js";
import { onNewDay } from "#tools/shared/today.js";

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

test("days are named as English calendars name them", () => {
  const formats = [
    [longDay, { dateStyle: "full" }],
    [shortDay, { weekday: "short", month: "short", day: "numeric" }],
    [monthOfDay, { month: "long", year: "numeric" }],
  ].map(([name, options]) => [name, new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options })]);
  for (let day = "2023-12-30"; day < "2025-01-03"; day = daysAfter(day, 1)) {
    for (const [name, format] of formats) assert.equal(name(day), format.format(Date.parse(`${day}T00:00:00Z`)));
  }
});
