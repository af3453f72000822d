// What readers type into number fields is read as meant, or refused in a sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readNumber } from "#tools/offer-calculator/sums/numbers.js";

for (const [text, value] of [
  ["", null],
  ["  ", null],
  ["185000", 185000],
  ["185,000", 185000],
  ["$185,000", 185000],
  ["US$ 185,000", 185000],
  ["185 000", 185000],
  ["185\u202f000", 185000],
  ["185'000", 185000],
  ["160k", 160000],
  ["160 K", 160000],
  ["185.5k", 185500],
  ["1.2m", 1200000],
  ["1,2m", 1200000],
  ["1.2 million", 1200000],
  ["150000.00", 150000],
  ["185.000,00", 185000],
  ["185,000.00", 185000],
  ["1.185.000", 1185000],
  ["1,85,000", 185000], // grouped as in India
  ["１８５０００", 185000],
  ["１８５，０００", 185000],
  ["0", 0],
  ["-5", -5],
  ["150000.5", 150000.5],
  ["1 200 000", 1200000],
  ["185 000,00", 185000],
  ["$185, 000", 185000],
  ["12,50,000", 1250000],
  ["1.25M", 1250000],
  ["١٨٥٠٠٠", 185000],
  ["۱۸۵٬۰۰۰", 185000],
  ["185\u2009000", 185000],
  ["185\u00a0000", 185000],
  ["\u200e$1,850.50\u200f ", 1850.5],
  ["185000\u200b", 185000],
]) {
  test(`dollars are read: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(readNumber(text, "dollars"), { value });
  });
}

for (const [text, value] of [
  ["-0.5", -0.5],
  ["−5.05", -5.05],
  ["-5,05", -5.05],
  ["\u20115", -5],
  ["٢٫٥", 2.5],
  ["15%", 15],
  [".5", 0.5],
  ["5.", 5],
  ["33.33", 33.33],
]) {
  test(`percents are read: ${text}`, () => {
    assert.deepEqual(readNumber(text, "percent"), { value });
  });
}

for (const [text, kind, words] of [
  ["160 bananas", "dollars", "“160 bananas” is not a number we can read. Write it like 185000, 185,000 or 185k."],
  ["150-160k", "dollars", "“150-160k” is not a number"],
  ["1e5", "dollars", "“1e5” is not a number"],
  ["1,2,3", "dollars", "“1,2,3” is not a number"],
  ["15%", "dollars", "“15%” is not a number"],
  ["15k", "percent", "Write it like 15 or 2.5."],
  ["185.000", "dollars", "“185.000” can mean 185 or 185,000. Write 185 or 185000."],
  ["--5", "percent", "“--5” is not a number"],
  ["€100k", "dollars", "“€100k” is not a number we can read. Write it like 185000, 185,000 or 185k."],
  ["₹25,00,000", "dollars", "Write it like 185000, 185,000 or 185k."],
  ["25 LPA", "dollars", "Write it like 185000, 185,000 or 185k."],
  ["abc", "dollars", "Write it like 185000, 185,000 or 185k."],
  ["185,0000", "dollars", "“185,0000” is not a number"], // had been read as 185
  ["1234,567", "dollars", "“1234,567” is not a number"],
  ["185 20", "dollars", "“185 20” is not a number"], // had been read as 18,520
  ["185²", "dollars", "“185²” is not a number"], // had been read as 1,852
  ["①②", "dollars", "“①②” is not a number"],
  ["(5,000)", "dollars", "“(5,000)” is not a number"],
  ["18 5000", "dollars", "“18 5000” is not a number"],
]) {
  test(`what can't be read is refused in a sentence: ${text}`, () => {
    const { problem } = readNumber(text, kind);
    assert.ok(problem?.includes(words), problem);
  });
}

test("a whole number is read the same however it is grouped", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), (number) => {
      const grouped = number.toLocaleString("en-US");
      for (const text of [String(number), grouped, `$${grouped}`, `${grouped}.00`, grouped.replaceAll(",", " ")]) {
        assert.deepEqual(readNumber(text, "dollars"), { value: number });
      }
      if (number >= 10 ** 6) {
        assert.deepEqual(readNumber(grouped.replaceAll(",", "."), "dollars"), { value: number });
      }
    }),
  );
});

test("no text is read in silence: a finite number, nothing, or a sentence", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-+km%$ eE") }), (text) => {
      for (const kind of ["dollars", "percent", "years"]) {
        const read = readNumber(text, kind);
        if ("problem" in read) assert.match(read.problem, /\.$/);
        else assert.ok(read.value === null ? !text.trim() : Number.isFinite(read.value));
      }
    }),
  );
});
