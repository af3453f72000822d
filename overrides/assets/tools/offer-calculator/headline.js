// Explains a quoted total: is it one year, several years, or one year plus a whole grant?

import { MONTHS_OF_YEAR } from "./sums/money.js";
import { bonusAt, isMicrosoft, offerYears, schedules, sumOfYears } from "./sums/years.js";

const ROUNDED_TO = 1_000;

const vestsOverYears = ({ steps }) => steps.some(({ month, share }) => month > MONTHS_OF_YEAR && share > 0);

// The Cartesian product of lists of parts: [[a], [b, c]] gives [a, b] and [a, c].
const combinations = (lists) =>
  lists.reduce((made, list) => made.flatMap((combination) => list.map((parts) => [...combination, ...parts])), [[]]);

const totalOf = (parts) => parts.reduce((total, [, amount]) => total + amount, 0);

function bonuses(offer, lists) {
  const highest = Math.max(...lists.terms.bonus_steps);
  const steps = isMicrosoft(offer)
    ? [
        ["bonus at target", 100],
        ["bonus at its highest", highest],
        ["bonus as planned", offer.step ?? 100],
      ]
    : [["bonus at target", 100]];
  return [[], ...steps.map(([name, step]) => [[name, bonusAt(offer, lists.evidence, step)]])];
}

function signOns(offer) {
  const [first, second] = [offer.sign_on_1 ?? 0, offer.sign_on_2 ?? 0];
  return [[], [["sign-on of year 1", first]], [["sign-on of both years", first + second]]];
}

// Sums that mix one year with a grant of several. A grant that vests within a year mixes nothing.
function mixedSums(offer, lists) {
  const { onHire, annual } = schedules(offer, lists.terms);
  const onHireGrant = ["the whole on-hire grant", vestsOverYears(onHire) ? (offer.on_hire ?? 0) : 0];
  const annualGrant = ["a whole annual award", vestsOverYears(annual) ? (offer.annual ?? 0) : 0];
  const grants = [[onHireGrant], [onHireGrant, annualGrant], [annualGrant]].filter((grant) =>
    grant.every(([, amount]) => amount > 0),
  );
  return combinations([[[["one year of base", offer.base ?? 0]]], bonuses(offer, lists), grants, signOns(offer)]);
}

// Sums that are a fair total of a year, or of several whole years.
function soundSums(offer, lists) {
  const years = offerYears(offer, lists);
  const ofOneYear = years.flatMap(({ year, total, comparable, base, bonus }) => [
    [[`all of year ${year}`, total]],
    [[`year ${year} without one-time payments`, comparable]],
    [[`base and bonus of year ${year}`, base + bonus]],
  ]);
  return [
    ...ofOneYear,
    ...combinations([[[["one year of base", offer.base ?? 0]]], bonuses(offer, lists), signOns(offer)]),
    ...[4, 5].map((count) => [[`years 1 to ${count} together`, sumOfYears(years.slice(0, count))]]),
  ];
}

/**
 * What the offer's `headline` is made of: { kind: "sound" | "mixed" | "unknown", parts: [[name, amount], ...], exact },
 * or null without one. An exact match comes before one to the nearest thousand, a sound sum before a mixed one.
 */
export function explainHeadline(offer, lists) {
  if (!offer.headline) return null;
  const near = (amount) => offer.headline % ROUNDED_TO === 0 && Math.abs(amount - offer.headline) <= ROUNDED_TO / 2;
  const sums = { sound: soundSums(offer, lists), mixed: mixedSums(offer, lists) };
  const isSame = (amount) => amount === offer.headline;
  for (const { exact, matches } of [
    { exact: true, matches: isSame },
    { exact: false, matches: near },
  ]) {
    for (const [kind, candidates] of Object.entries(sums)) {
      const parts = candidates.find((candidate) => matches(totalOf(candidate)));
      if (parts) return { kind, exact, parts: parts.filter(([, amount]) => amount > 0) };
    }
  }
  return { kind: "unknown", exact: false, parts: [] };
}
