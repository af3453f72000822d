// An offer in the calendar: how a start month changes the first bonus, the first awards and the days on which stock
// vests. A start month is text, "2027-01". Months are counted from the first day: month 12 ends with the first
// anniversary.

import { monthOfDay } from "../../shared/dates.js";
import { MONTHS_OF_YEAR, shareOf, vestedValue } from "./money.js";

const [AUGUST, SEPTEMBER] = [8, 9]; // rules `annual-award-share-count` and `bonus-month`
const AFTER_JUNE = 2; // whole months between the end of the fiscal year and the first of September

// Months from the start to the next month of that number; 0 if it is the start month.
const monthsUntil = (start, month) => (month - Number(start.slice(5)) + MONTHS_OF_YEAR) % MONTHS_OF_YEAR;

// Months worked in the fiscal year (July to June) that is rewarded in a September: 0 to 12.
const worked = (september) => Math.min(MONTHS_OF_YEAR, Math.max(0, september - AFTER_JUNE));

/** Months covered by the bonus of a year of employment, which always has one September. */
export const monthsPaid = (start, year) =>
  start ? worked(monthsUntil(start, SEPTEMBER) + MONTHS_OF_YEAR * (year - 1)) : MONTHS_OF_YEAR;

/**
 * The awards granted within some years: [{ at: months since the start, amount }]. They come at the end of August and
 * count the same months as the bonus; without a start month one of full size comes at the end of each year.
 */
export function awardsWithin(years, { start, annual }) {
  const first = start ? monthsUntil(start, AUGUST) + 1 : MONTHS_OF_YEAR;
  return Array.from({ length: years }, (_, index) => first + MONTHS_OF_YEAR * index)
    .filter((at) => at < MONTHS_OF_YEAR * years)
    .map((at) => ({ at, amount: shareOf(annual ?? 0, start ? worked(at) : MONTHS_OF_YEAR, MONTHS_OF_YEAR) }))
    .filter(({ amount }) => amount > 0);
}

/** "January 2028": the month that begins so many months after the start. */
export const monthName = (start, months) => monthOfDay(`${monthAfter(start, months)}-01`);

/** The months that can be chosen, from a year before a day ("2026-11-28") to two years after it. */
export function startMonths(day, saved) {
  const from = `${Number(day.slice(0, 4)) - 1}${day.slice(4, 7)}`;
  const months = Array.from({ length: 37 }, (_, index) => monthAfter(from, index));
  return [...new Set([...months, ...(saved ? [saved] : [])])].sort();
}

function monthAfter(start, months) {
  const [year, month] = start.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}

/**
 * What is paid when in the first two years: [{ at, month, what, amount }], in order. Pay and the match are paid
 * throughout.
 */
export function datedSums(offer, { onHire, annual }, bonuses, change) {
  const { start } = offer;
  const vests = (what, grant, schedule, granted) =>
    schedule.steps.map(({ month }) => ({
      at: granted + month,
      what,
      amount: vestedValue(grant, schedule, change, month) - vestedValue(grant, schedule, change, month - 1),
    }));
  const found = [
    { at: 0, what: "Sign-on, first part", amount: offer.sign_on_1 ?? 0 },
    { at: 0, what: "Relocation and other sums paid once", amount: (offer.relocation ?? 0) + (offer.other_once ?? 0) },
    { at: MONTHS_OF_YEAR, what: "Sign-on, second part", amount: offer.sign_on_2 ?? 0 },
    ...[0, 1].map((year) => ({
      at: monthsUntil(start, SEPTEMBER) + MONTHS_OF_YEAR * year,
      what: `Bonus for ${monthsPaid(start, year + 1)} months`,
      amount: bonuses[year],
    })),
    ...vests("On-hire stock vests", offer.on_hire ?? 0, onHire, 0),
    // An award from the end of August vests at the end of November, so in the month before the one that then begins.
    ...awardsWithin(2, offer).flatMap(({ at, amount }) => vests("Annual award vests", amount, annual, at - 1)),
  ];
  return found
    .filter(({ at, amount }) => amount > 0 && at <= 2 * MONTHS_OF_YEAR)
    .sort((a, b) => a.at - b.at)
    .map((payment) => ({ ...payment, month: monthName(start, payment.at) }));
}

/**
 * The amount that may have to be repaid, and until when: { amount, until } or null. `until` is a month if the start is
 * known.
 */
export function repayment({ start, repay_months: months, sign_on_1, sign_on_2, relocation }) {
  const amount = (sign_on_1 ?? 0) + (sign_on_2 ?? 0) + (relocation ?? 0);
  if (!months || !amount) return null;
  return { amount, until: start ? monthName(start, months) : `the end of month ${months}` };
}
