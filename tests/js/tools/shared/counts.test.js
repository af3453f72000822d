// Small numbers in fields.
import assert from "node:assert/strict";
import { test } from "node:test";
import { numberOf, readCount } from "#tools/shared/counts.js";

for (const [text, number] of [
  ["7", 7],
  ["2.5", 2.5],
  ["2,5", 2.5],
  [" １２ ", 12],
  ["", Number.NaN],
  ["five", Number.NaN],
]) {
  test(`a small number is read: ${JSON.stringify(text)}`, () => {
    assert.equal(numberOf(text), number);
  });
}

for (const [text, count] of [
  ["7", 7],
  ["7.6", 8],
  ["50", 30],
  ["0", 1],
  ["", 5],
  ["many", 5],
]) {
  test(`a count is the nearest allowed one, and its field says so: ${JSON.stringify(text)}`, () => {
    const field = /** @type {HTMLInputElement} */ ({ value: text });
    assert.equal(readCount(field, { low: 1, high: 30, usual: 5 }), count);
    assert.equal(field.value, String(count));
  });
}
