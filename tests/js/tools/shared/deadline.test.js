// Calls to the reader's database: none waits for ever, and none leaves anything waiting behind.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inTime } from "#tools/shared/storage/deadline.js";

const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

test("a call that is answered, or refused, leaves no timer behind", async () => {
  const before = timers();
  assert.equal(await inTime(Promise.resolve("read"), 10_000), "read");
  await assert.rejects(inTime(Promise.reject(new Error("The disk is full.")), 10_000), /full/);
  assert.equal(timers(), before);
});

test("a call that is never answered is refused once its time is over", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const call = inTime(new Promise(() => {}), 10_000);
  t.mock.timers.tick(10_000);
  await assert.rejects(call, /No answer/);
});
