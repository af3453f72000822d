// The queue of cards.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cardsFor, queueAfter } from "#tools/cards/decks.js";

const TODAY = "2026-11-25";
const id = fc.nat(29).map((n) => `term/t${n}`);
const day = fc.integer({ min: 0, max: 49 }).map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));

test("due cards come before new ones and none twice", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 40 }), fc.dictionary(id, day), (cards, dues) => {
      const queue = cardsFor(cards, dues, TODAY);
      assert.equal(new Set(queue).size, queue.length);
      assert.ok(queue.length <= 12);
      assert.ok(queue.every((one) => cards.includes(one)));
      const isNew = queue.map((one) => !(one in dues));
      assert.deepEqual(isNew, isNew.toSorted());
      const waited = queue.filter((one) => one in dues).map((one) => dues[one]);
      assert.deepEqual(waited, waited.toSorted());
      assert.ok(waited.every((due) => due <= TODAY));
      const left = cards.filter((one) => (dues[one] ?? TODAY) <= TODAY && !queue.includes(one));
      assert.ok(queue.length === 12 || left.length === 0);
    }),
  );
});

test("a card that was not known comes again until it is", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (known) => {
      let queue = ["term/a", "term/b", "term/c"];
      for (const isKnown of known) {
        if (!queue.length) break;
        const after = queueAfter(queue, isKnown);
        assert.equal(after.includes(queue[0]), !isKnown);
        assert.deepEqual(after, [...queue.slice(1), ...(isKnown ? [] : queue.slice(0, 1))]);
        queue = after;
      }
    }),
  );
});
