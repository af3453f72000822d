// A text is saved as it is typed, also on a slow device, and two tabs may change it.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Autosave, merge3 } from "#tools/shared/autosave.js";

test("two texts are merged only if nothing is lost", () => {
  const text = fc.oneof(fc.constantFrom("", "a", "b"), fc.string());
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const changed = new Set([mine, theirs].filter((one) => one !== base));
      const [only = base] = changed;
      assert.deepEqual(merge3(base, mine, theirs), changed.size === 2 ? { theirs } : { text: only });
    }),
  );
});

// A device on which each write ends only when `end` is called.
function slowDevice() {
  const device = { saved: {}, begun: 0, end: undefined };
  device.save = async (id, decide) => {
    device.begun += 1;
    await new Promise((done) => {
      device.end = done;
    });
    device.saved[id] = decide(device.saved[id] ?? {});
    return true;
  };
  return device;
}

const turn = () => new Promise((done) => setTimeout(done));

test("all that is typed during a write is saved by the next one, and nothing waits behind each key", async () => {
  const device = slowDevice();
  const drafts = new Autosave(device.save);
  let last;
  for (const text of ["I", "I c", "I cu", "I cut", "I cut it"]) last = drafts.type("s1", "action", "", text);
  await turn();
  device.end();
  await turn();
  device.end();
  await last;
  assert.deepEqual(device.saved, { s1: { action: "I cut it" } });
  assert.equal(device.begun, 2);
  assert.equal(drafts.has("s1"), false);
});

test("a text that could not be saved is tried again with the next key", async () => {
  const answers = [false, true];
  const saved = [];
  const drafts = new Autosave(async (_, decide) => {
    const isSaved = answers.shift();
    if (isSaved) saved.push(decide({}).action);
    return isSaved;
  });
  await drafts.type("s1", "action", "", "I");
  assert.equal(drafts.has("s1"), true);
  await drafts.type("s1", "action", "", "I c");
  assert.deepEqual(saved, ["I c"]);
  assert.equal(drafts.has("s1"), false);
});
