// Changes that a reader's database refuses: which stay in the page, and which are refused as a whole.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { PendingWrites } from "#tools/shared/storage/pending-writes.js";

const MARK = { kind: "progress", id: "task/a", value: { done: "2026-11-30" } };
const PLAN = { kind: "study-plan", id: "plan", value: {} };
const keyOf = ({ kind, id }) => [kind, id];

function fullDisk() {
  const refuse = async () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  return { problem: "", lastRead: [], all: async () => [], change: refuse, put: refuse, merge: refuse, erase: refuse };
}

beforeEach((t) => t.mock.method(console, "error", () => {}));

test("a press is refused while no message says that entries stay in this page", async () => {
  const writes = new PendingWrites(fullDisk());
  await assert.rejects(writes.put(keyOf(MARK), MARK), /no room/);
  assert.deepEqual(await writes.all(), []);
});

test("a press stays in the page, as an entry does, while a message says so", async () => {
  const writes = new PendingWrites(fullDisk());
  await writes.change(keyOf(PLAN), () => PLAN);
  assert.match(writes.problem, /no room left for this site/);
  await writes.put(keyOf(MARK), MARK);
  assert.deepEqual(await writes.all(), [MARK, PLAN]);
});

test("once there is room, the next press is saved together with what stayed", async () => {
  const disk = fullDisk();
  const writes = new PendingWrites(disk);
  const saved = [];
  await writes.change(keyOf(PLAN), () => PLAN);
  disk.put = async (_, record) => saved.push(record);
  disk.merge = async (keys, decide) => saved.push(...keys.map((_, at) => decide(undefined, at)));
  await writes.put(keyOf(MARK), MARK);
  assert.deepEqual(saved, [MARK, PLAN]);
  assert.equal(writes.problem, "");
});

test("a page that is older than its database keeps nothing", async () => {
  const disk = fullDisk();
  const writes = new PendingWrites(disk);
  await writes.change(keyOf(PLAN), () => PLAN);
  disk.problem = "Reload this page before you go on.";
  await assert.rejects(writes.put(keyOf(MARK), MARK), /no room/);
});
