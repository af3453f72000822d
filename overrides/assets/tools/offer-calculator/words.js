// The name of an offer, and the assumptions behind its years in words.

import { spoken } from "./checks.js";
import { bonusTarget, inCalendar, isMicrosoft, plannedStep } from "./sums/years.js";

export const nameOf = ({ id, offer }) => offer.name?.trim() || `Offer ${id.split("-").at(-1)}`;

export const CADENCES = [
  ["quarterly", "each quarter"],
  ["yearly", "on each anniversary"],
];
const cadenceOf = (offer) => CADENCES.find(([id]) => id === (offer.cadence ?? "quarterly"))[1];

const noBonusWords = (offer) =>
  offer.level
    ? "none counted; the guidelines list none for this level"
    : "none counted; choose a level or enter a target";

export function bonusWords(offer, lists) {
  const target = bonusTarget(offer, lists.evidence);
  if (target === null) return isMicrosoft(offer) ? noBonusWords(offer) : "none counted";
  const from = (offer.bonus ?? null) === null ? ", half of the highest for the level" : "";
  return `${target} percent of base${from}; ${plannedStep(offer)} percent of that is paid`;
}

export function vestingWords(offer) {
  if (isMicrosoft(offer)) return `a quarter at month 12, then ${cadenceOf(offer)}`;
  const shares = (offer.vesting ?? []).map((share) => share ?? 0);
  return shares.some(Boolean) ? `${shares.join(", ")} percent in years 1 to 5` : "not entered, so none counted";
}

export function annualWords(offer, { terms }) {
  if (!offer.annual) return "none counted";
  const years = isMicrosoft(offer) ? terms.annual_years : (offer.annual_years ?? 1);
  const when = inCalendar(offer).start
    ? "at the end of each August, the first by months worked"
    : "at the end of each year";
  return `${spoken(offer.annual)} ${when}, each vesting over ${years} ${years === 1 ? "year" : "years"}`;
}

export const priceWords = (offer) =>
  offer.change ? `${offer.change > 0 ? "up" : "down"} ${Math.abs(offer.change)} percent every year` : "unchanged";

export const raiseWords = (offer) =>
  offer.merit ? `up ${offer.merit} percent each year after the first` : "none counted";

export function otherWords({ relocation, other_once, other_yearly }) {
  const amounts = [
    [relocation, "relocation"],
    [other_once, "more, once"],
    [other_yearly, "more each year"],
  ].filter(([amount]) => amount);
  return amounts.map(([amount, name]) => `${spoken(amount)} ${name}`).join(", ") || "none counted";
}

const counted = (value, words) => (value ? words : "not counted");

export const matchWords = (offer) =>
  isMicrosoft(offer)
    ? counted(offer.contribution, `on ${spoken(offer.contribution ?? 0)} that you put in each year`)
    : counted(offer.match, `${spoken(offer.match ?? 0)} a year`);

export const purchaseWords = (offer) =>
  isMicrosoft(offer)
    ? counted(offer.purchase, `with ${offer.purchase} percent of base, sold on the day of purchase`)
    : counted(offer.discount, `a gain of ${spoken(offer.discount ?? 0)} a year`);

/** [[what, how], ...]: all assumptions behind the years of an offer. */
export function assumptions(offer, lists) {
  return [
    ["Dollars", "before tax, as of the offer date; nothing is taken off for inflation"],
    ["Base", offer.merit ? raiseWords(offer) : "the same in all years"],
    [
      "Bonus",
      `${bonusWords(offer, lists)}; ${inCalendar(offer).start ? "by months worked of the fiscal year, paid in September" : "for whole years"}`,
    ],
    ["Other sums", otherWords(offer)],
    ["On-hire stock", `${vestingWords(offer)}; its dollars count at the share price of the first day`],
    ["Annual awards", annualWords(offer, lists)],
    ["Share price", offer.change ? `${priceWords(offer)}, evenly within a year` : "unchanged"],
    ["401(k) match", matchWords(offer)],
    ["Purchase plan", purchaseWords(offer)],
    ["Rounding", "down to the dollar; what is left over of a grant comes with its next part"],
  ];
}
