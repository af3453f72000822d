// What to ask for, and the words to send, by what is posted for the offer's own kind of job.
import assert from "node:assert/strict";
import { test } from "node:test";
import { judge } from "#tools/offer-calculator/judgment.js";
import { repayment, startMonths } from "#tools/offer-calculator/sums/dates.js";
import { calendarOf, firstCash, offerYears } from "#tools/offer-calculator/sums/years.js";

const posted = (track, code, region, low, high, nearest = "") => ({
  track,
  code,
  region,
  place: region,
  low,
  high,
  nearest,
});
const evidence = {
  levels: [
    { level: 63, code: "IC4" },
    { level: 66, code: "IC5" },
  ],
  posted: [
    posted("pmm", "IC4", "us", 100_000, 200_000),
    posted("pmm", "IC4", "us-sf-nyc", 140_000, 240_000),
    posted("pmm", "IC5", "us", 130_000, 250_000, "Director, Go to Market"),
  ],
  guidelines: { 63: { bonus: [0, 30] } },
  moved: { stock: { part: 5, whole: 6 }, "sign-on": { part: 4, whole: 6 }, base: { part: 2, whole: 6 } },
  scripts: { counter: "Stock, please.", "base-low": "[base] is [percent] percent of the way up [code]. [amount]?" },
};
const terms = {
  ...{ on_hire_years: 4, cliff_share: 2500, quarter_share: 625, anniversary_share: 2500 },
  ...{ annual_years: 5, annual_quarter_share: 500, match_share: 5000 },
  ...{ discount: 1000, purchase_share: 1500, purchase_cap: 25_000, split_above: 50_000 },
};
const offer = { employer: "microsoft", track: "pmm", level: 63, base: 130_000, on_hire: 100_000, place: "us" };
const judged = (entered) => judge({ ...offer, ...entered }, { evidence });
const partsOf = ({ levers }) => levers.map(({ part }) => part);

test("a base low in its range is asked for first, in words that say where it is", () => {
  const found = judged({});
  assert.deepEqual(partsOf(found), ["Level", "Base", "On-hire stock", "Sign-on"]);
  assert.equal(found.words, "$130,000 is 30 percent of the way up IC4. [amount]?");
});

test("a base high in its range leaves stock to ask for", () => {
  const found = judged({ base: 190_000 });
  assert.deepEqual(partsOf(found), ["Level", "On-hire stock", "Sign-on", "Base"]);
  assert.equal(found.words, "Stock, please.");
  assert.match(found.levers.at(-1).why, /90% of the way up/);
});

test("a base that is low in one place and high in the other waits for the place", () => {
  const found = judged({ base: 160_000, place: "" });
  assert.equal(found.levers.at(-1).room, "it depends on the place");
  assert.equal(found.words, "Stock, please.");
});

test("a base below the bottom is said to be below it, and above the top above it", () => {
  assert.match(judged({ base: 90_000 }).words, /\$90,000 is below the bottom of IC4/);
  assert.match(judged({ base: 210_000 }).levers.at(-1).why, /above the top of the range/);
});

test("the range of another kind of job is no argument for this one", () => {
  const found = judged({ level: 66, base: 131_000 });
  assert.equal(found.words, "Stock, please.");
  assert.equal(found.levers.at(-1).room, "not known");
});

test("outside the US no US range is used", () => {
  const found = judged({ place: "elsewhere" });
  assert.equal(found.words, "Stock, please.");
  assert.equal(found.levers.at(-1).room, "not known");
});

test("a part that is missing is asked for by name, and accounts are counted", () => {
  const [, , , signOn] = judged({}).levers;
  assert.equal(signOn.room, "none entered");
  assert.match(signOn.why, /Ask for it by name\. It rose in 4 of 6/);
  assert.match(judged({ level: null }).levers[0].room, /ask first/);
});

test("another employer's offer is not judged", () => {
  assert.equal(judge({ ...offer, employer: "other" }, { evidence }), null);
});

test("the first two years in the calendar: sign-on, bonus, vests of grant and award", () => {
  const dated = { ...offer, sign_on_1: 20_000, sign_on_2: 10_000, annual: 24_000, start: "2027-01" };
  const lines = calendarOf(dated, { terms, evidence }).map(({ month, what, amount }) => `${month}: ${what}, ${amount}`);
  assert.deepEqual(lines, [
    "January 2027: Sign-on, first part, 20000",
    "September 2027: Bonus for 6 months, 9750",
    "November 2027: Annual award vests, 600",
    "January 2028: Sign-on, second part, 10000",
    "January 2028: On-hire stock vests, 25000",
    "February 2028: Annual award vests, 600",
    "April 2028: On-hire stock vests, 6250",
    "May 2028: Annual award vests, 600",
    "July 2028: On-hire stock vests, 6250",
    "August 2028: Annual award vests, 600",
    "September 2028: Bonus for 12 months, 19500",
    "October 2028: On-hire stock vests, 6250",
    "November 2028: Annual award vests, 600",
    "November 2028: Annual award vests, 1200",
    "January 2029: On-hire stock vests, 6250",
  ]);
  assert.deepEqual(calendarOf(offer, { terms, evidence }), []);
});

test("cash before any stock vests leaves stock out and counts what comes once", () => {
  const years = offerYears({ ...offer, sign_on_1: 20_000, relocation: 5_000, start: "2027-01" }, { terms, evidence });
  assert.equal(firstCash(years), 130_000 + 9_750 + 20_000 + 5_000);
});

test("what must be repaid is reported with its month, or its count of months", () => {
  const due = { ...offer, sign_on_1: 20_000, relocation: 5_000, repay_months: 12 };
  assert.deepEqual(repayment({ ...due, start: "2027-01" }), { amount: 25_000, until: "January 2028" });
  assert.deepEqual(repayment(due), { amount: 25_000, until: "the end of month 12" });
  assert.equal(repayment({ ...offer, repay_months: 12 }), null);
});

test("months to start in are those around today, and the one that was chosen", () => {
  const months = startMonths("2026-11-28", "2031-05");
  assert.equal(months[0], "2025-11");
  assert.deepEqual(months.slice(-2), ["2028-11", "2031-05"]);
});
