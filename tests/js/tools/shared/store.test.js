// The order of changes that a reader's database refuses: what was typed last is what stays.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

globalThis.addEventListener ??= () => {}; // pages are left and shown again in browsers only
// One that is open keeps Node from ending.
globalThis.BroadcastChannel = /** @type {any} */ (
  class {
    postMessage() {}
  }
);
const { Store } = await import("#tools/shared/store.js");

const pause = () => new Promise((done) => setTimeout(done, 5));

// A database that refuses each change once the test says so.
function slowDisk() {
  const refusals = [];
  const disk = {
    problem: "",
    lastRead: [],
    all: async () => [],
    merge: async () => Promise.reject(new DOMException("no room", "QuotaExceededError")),
    change: (_, decide) =>
      new Promise((_, reject) => {
        refusals.push(() => {
          decide(undefined);
          reject(new DOMException("no room", "QuotaExceededError"));
        });
      }),
    refuseFirst: async () => {
      refusals.shift()();
      await pause();
    },
    refuseUntil: async (settled) => {
      let isOver = false;
      settled.then(() => {
        isOver = true;
      });
      while (!isOver) await (refusals.length ? disk.refuseFirst() : pause());
    },
  };
  return disk;
}

beforeEach((t) => t.mock.method(console, "error", () => {}));

test("a change that was under way when the first was refused doesn't overtake a later one", async () => {
  const disk = slowDisk();
  const store = new Store(disk, "test");
  const typed = [];
  const type = (text) => typed.push(store.change("offer", "a", () => text));
  type("2");
  type("20");
  await pause();
  await disk.refuseFirst();
  type("200");
  await disk.refuseUntil(Promise.all(typed));
  assert.deepEqual(
    (await store.list("offer")).map(({ value }) => value),
    ["200"],
  );
});
