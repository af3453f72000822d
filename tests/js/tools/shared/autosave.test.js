// Two tabs change one text.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { merge3 } from "#tools/shared/autosave.js";

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
