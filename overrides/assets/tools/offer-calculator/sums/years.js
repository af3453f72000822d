// What an offer pays in each of five years: nominal US dollars, before tax. An offer is what the reader entered; its
// fields are documented in your-data/shapes.js, kind "offer-calculator".

import { awardsWithin, datedSums, monthsPaid } from "./dates.js";
import {
  annualSchedule,
  hundredths,
  MONTHS_OF_YEAR,
  onHireSchedule,
  shareOf,
  vestedValue,
  vestsInYear,
  WHOLE,
  yearlySchedule,
} from "./money.js";

export const YEARS = [1, 2, 3, 4, 5];
/** In the order of an offer letter, as the table and the chart show them. */
export const PARTS = [
  { id: "base", name: "Base" },
  { id: "bonus", name: "Bonus" },
  { id: "on_hire", name: "On-hire stock" },
  { id: "annual", name: "Annual awards" },
  { id: "sign_on", name: "Sign-on" },
  { id: "once", name: "Other, once" },
  { id: "yearly", name: "Other, each year" },
  { id: "match", name: "401(k) match" },
  { id: "purchase", name: "Purchase-plan gain" },
];
// What pay sites count as the total of a year (rule `total-comp-formula`).
const COUNTED_ELSEWHERE = ["base", "bonus", "on_hire", "annual"];

export const isMicrosoft = (offer) => offer.employer !== "other";

/**
 * The bonus target in percent of base: as entered, or half of the highest of the level (rule `bonus-target`), or null.
 */
export function bonusTarget(offer, evidence) {
  const highest = isMicrosoft(offer) ? evidence.guidelines[offer.level]?.bonus[1] : null;
  return offer.bonus ?? (highest ? highest / 2 : null);
}

/** The bonus for a year, or for so many months of it, if `step` percent of the target is paid. */
export function bonusAt(offer, evidence, step, base = offer.base ?? 0, months = MONTHS_OF_YEAR) {
  const share = hundredths(bonusTarget(offer, evidence) ?? 0) * hundredths(step);
  return shareOf(base, share * months, WHOLE * WHOLE * MONTHS_OF_YEAR);
}

// The base of a year, with a raise of the same percent each year after the first, rounded down once.
function baseIn(offer, year) {
  const [grown, whole] = [BigInt(WHOLE + hundredths(offer.merit ?? 0)), BigInt(WHOLE)];
  return Number((BigInt(offer.base ?? 0) * grown ** BigInt(year - 1)) / whole ** BigInt(year - 1));
}

/** Another employer's calendar is not known, so a start month changes nothing there. */
export const inCalendar = (offer) => (isMicrosoft(offer) ? offer : { ...offer, start: null });

export const plannedStep = (offer) => (isMicrosoft(offer) ? (offer.step ?? 100) : 100);

export function schedules(offer, terms) {
  if (isMicrosoft(offer)) {
    return { onHire: onHireSchedule(terms, offer.cadence), annual: annualSchedule(terms) };
  }
  const years = offer.annual_years ?? 1;
  return {
    onHire: yearlySchedule((offer.vesting ?? []).map((percent) => hundredths(percent ?? 0))),
    annual: yearlySchedule(Array(years).fill(1), years),
  };
}

function matchOf(offer, terms) {
  return isMicrosoft(offer) ? shareOf(offer.contribution ?? 0, terms.match_share) : (offer.match ?? 0);
}

// The gain if the shares are sold on the day they are bought. The yearly cap can be read in two ways; this takes the
// one with the lower gain, in which it limits the value of the shares.
function purchaseGain(offer, terms, base) {
  if (!isMicrosoft(offer)) return offer.discount ?? 0;
  const paid = BigInt(base) * BigInt(hundredths(offer.purchase ?? 0)); // over WHOLE
  const mostPaid = BigInt(terms.purchase_cap) * BigInt(WHOLE - terms.discount);
  const counted = paid < mostPaid ? paid : mostPaid;
  return Number((counted * BigInt(terms.discount)) / BigInt((WHOLE - terms.discount) * WHOLE));
}

// Each award vests on its own schedule.
function annualInYear(offer, schedule, change, year) {
  const vested = ({ at, amount }, years) => vestedValue(amount, schedule, change, years * MONTHS_OF_YEAR - at);
  return sum(awardsWithin(year, inCalendar(offer)).map((award) => vested(award, year) - vested(award, year - 1)));
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * The five years: [{ year, base, bonus, on_hire, annual, sign_on, once, yearly, match, purchase, total, comparable }],
 * whole dollars. `comparable` is what pay sites count: base, bonus, stock. `step` is a percent of the bonus target.
 */
export function offerYears(offer, { terms, evidence }, step = plannedStep(offer)) {
  const { onHire, annual } = schedules(offer, terms);
  const change = hundredths(offer.change ?? 0);
  const { start } = inCalendar(offer);
  return YEARS.map((year) => {
    const base = baseIn(offer, year);
    const parts = {
      base,
      bonus: bonusAt(offer, evidence, step, base, monthsPaid(start, year)),
      on_hire: vestsInYear(offer.on_hire ?? 0, onHire, change, year),
      annual: annualInYear(offer, annual, change, year),
      sign_on: [offer.sign_on_1, offer.sign_on_2][year - 1] ?? 0,
      once: year === 1 ? (offer.relocation ?? 0) + (offer.other_once ?? 0) : 0,
      yearly: offer.other_yearly ?? 0,
      match: matchOf(offer, terms),
      purchase: purchaseGain(offer, terms, base),
    };
    const comparable = sum(COUNTED_ELSEWHERE.map((part) => parts[part]));
    return { year, ...parts, total: sum(Object.values(parts)), comparable };
  });
}

/** Cash paid before any stock vests: the first twelve months without stock, match and purchase plan. */
export const firstCash = ([{ base, bonus, sign_on, once, yearly }]) => base + bonus + sign_on + once + yearly;

/** What is paid when in the first two years; nothing without a start month. */
export function calendarOf(offer, lists) {
  if (!inCalendar(offer).start) return [];
  const bonuses = offerYears(offer, lists).map(({ bonus }) => bonus);
  return datedSums(offer, schedules(offer, lists.terms), bonuses, hundredths(offer.change ?? 0));
}

/** The misleading sum: one year of base plus the whole on-hire grant. */
export const carelessTotal = (offer) => (offer.base ?? 0) + (offer.on_hire ?? 0);

export const sumOfYears = (years) => sum(years.map((year) => year.total));

/** The on-hire stock vested when a reader leaves after some months, by each of the two accounts. */
export function vestedOnLeaving(offer, terms, months = [11, 12, 15, 18, 21, 24]) {
  const change = hundredths(offer.change ?? 0);
  const by = (cadence, month) => vestedValue(offer.on_hire ?? 0, onHireSchedule(terms, cadence), change, month);
  return months.map((month) => ({ month, quarterly: by("quarterly", month), yearly: by("yearly", month) }));
}

/**
 * Totals of several offers side by side, by year and over the first four; `most` names the offers with the highest sum.
 * The order of the offers changes the order of the columns and nothing else.
 */
export function compareOffers(offers, lists) {
  const columns = offers.map(({ id, offer }) => {
    const years = offerYears(offer, lists);
    return { id, totals: years.map((year) => year.total), four: sumOfYears(years.slice(0, 4)) };
  });
  const winners = (values) => {
    const highest = Math.max(...values);
    return columns.filter((_, index) => values[index] === highest).map((column) => column.id);
  };
  const rows = YEARS.map((year, index) => {
    const values = columns.map((column) => column.totals[index]);
    return { name: `Year ${year}`, values, most: winners(values) };
  });
  const fours = columns.map((column) => column.four);
  return [...rows, { name: "Years 1 to 4 together", values: fours, most: winners(fours) }];
}
