// A sentence that refuses an entry never suggests what the field would refuse as well.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fieldOf, problemsOf, takes } from "#tools/offer-calculator/checks.js";
import { readNumber } from "#tools/offer-calculator/sums/numbers.js";

const TERMS = { purchase_share: 1500 };
const MICROSOFT = ["base", "on_hire", "sign_on_1", "bonus", "annual", "change", "merit", "contribution", "purchase"];
const OTHERS = ["annual_years", "repay_months", "match", "discount", "relocation", "other_once", "other_yearly"];
const FIELDS = [...MICROSOFT.map((field) => ["microsoft", field]), ...OTHERS.map((field) => ["other", field])];
const SUGGESTED = /(?:only: |such as |digits: |Write )(-?[\d.]+?)(?: or (-?[\d.]+?))?[.,](?:\s|$)/;

// What is said of the text, once the reader has left the field: of how it is written, or of its range.
function said(text, employer, field) {
  const range = fieldOf(field, TERMS);
  const read = readNumber(text, range.kind, (number) => takes(number, range));
  if ("problem" in read) return read.problem;
  return problemsOf({ employer, [field]: read.value }, TERMS)[field] ?? "";
}

for (const [text, employer, field, words] of [
  ["-0.5", "other", "repay_months", "Months of repayment is -0.5. Allowed is 1 to 60."],
  ["0.5", "other", "annual_years", "Years of an annual award is 0.5. Allowed is 1 to 10."],
  ["1.5", "other", "annual_years", "Years of an annual award is 1.5. Whole numbers only: 2."],
  ["-0.5", "microsoft", "on_hire", "On-hire stock is -0.5. Allowed is $0 to $100,000,000."],
  ["0.5", "microsoft", "on_hire", "On-hire stock is 0.5. Allowed is $0, or $1,000 to $100,000,000."],
  ["1.5", "microsoft", "base", "Base is $1.5. Write all digits: 1500, if you mean $1,500."],
  ["-90.001", "microsoft", "change", "Change of the share price is -90.001. Allowed is -90 to 100."],
  ["185.500", "microsoft", "base", "“185.500” can mean 185.5 or 185,500. Write 185500."],
  ["185.500k", "microsoft", "base", "“185.500k” can mean 185,500 or 185,500,000. Write 185500."],
  ["0.5", "microsoft", "base", "Base is 0.5. Allowed is $1,000 to $100,000,000."],
  ["200.500m", "microsoft", "base", "can mean 200,500,000 or 200,500,000,000. This field takes neither."],
]) {
  test(`${text} for ${field}`, () =>
    assert.ok(said(text, employer, field).includes(words), said(text, employer, field)));
}

test("what is suggested is taken, whatever was written", () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."0123456789.,-k"), minLength: 1, maxLength: 8 }),
    fc.double({ min: -200, max: 2000, noNaN: true }).map((number) => number.toFixed(3)),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(...FIELDS), (text, [employer, field]) => {
      for (const number of (SUGGESTED.exec(said(text, employer, field)) ?? []).slice(1).filter(Boolean))
        assert.equal(said(number, employer, field), "", `${text} for ${field}: ${said(text, employer, field)}`);
    }),
    { numRuns: 3000 },
  );
});
