// Numbers in fields and in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countOf, grouped, numberOf } from "#tools/shared/counts.js";

for (const [text, number] of [
  ["7", 7],
  ["7.", 7],
  ["2.5", 2.5],
  ["2,5", 2.5],
  [" １２ ", 12],
  ["١٢", 12],
  ["۲٫۵", 2.5],
  ["\u200e7\u200b", 7],
  ["2²", Number.NaN],
  ["", Number.NaN],
  ["five", Number.NaN],
  ["1e3", Number.NaN],
  ["0x10", Number.NaN],
  ["-5", Number.NaN],
  ["1 0", Number.NaN],
  [".", Number.NaN],
  ["Infinity", Number.NaN],
]) {
  test(`a small number is read: ${JSON.stringify(text)}`, () => {
    assert.equal(numberOf(text), number);
  });
}

for (const [text, count] of [
  ["7", 7],
  ["30", 30],
  ["１２", 12],
  ["7.6", undefined],
  ["50", undefined],
  ["0", undefined],
  ["1e1", undefined],
  ["", undefined],
  ["many", undefined],
]) {
  test(`a count is read as it is written, or not at all: ${JSON.stringify(text)}`, () => {
    assert.equal(countOf(text, 1, 30), count);
  });
}

test("whole numbers are in groups without a format, and others by one that is made once", (context) => {
  const made = context.mock.method(Intl, "NumberFormat");
  const anew = context.mock.method(Number.prototype, "toLocaleString");
  const texts = [0, 999, 1000, 185000, 1234567, -185000].map(grouped);
  assert.deepEqual(texts, ["0", "999", "1,000", "185,000", "1,234,567", "-185,000"]);
  assert.equal(made.mock.callCount(), 0);
  assert.deepEqual([1234.5, 0.25, 1e21].map(grouped), ["1,234.5", "0.25", "1,000,000,000,000,000,000,000"]);
  assert.equal(made.mock.callCount(), 1);
  assert.equal(anew.mock.callCount(), 0);
});

test("whole numbers are grouped as the browser would", () => {
  const format = new Intl.NumberFormat("en-US");
  fc.assert(fc.property(fc.maxSafeInteger(), (number) => assert.equal(grouped(number), format.format(number))));
});
