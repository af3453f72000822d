// The allowed range of each field, and the message for a value outside it.

import { grouped } from "../shared/counts.js";
import { isMicrosoft } from "./sums/years.js";

const MOST_DOLLARS = 100_000_000;
// A smaller amount was probably typed in thousands. An employer's match may be small, a grant is not.
const LEAST_DOLLARS = 1_000;
const LEAST_EXTRA_DOLLARS = 100;

// `least`: the smallest plausible amount other than zero.
const dollarsField = (name, { low = 0, least = LEAST_DOLLARS } = {}) => ({
  name,
  kind: "dollars",
  low,
  least,
  high: MOST_DOLLARS,
});
const percentField = (name, low, high) => ({ name, kind: "percent", low, high });

const FIELDS = {
  base: dollarsField("Base", { low: LEAST_DOLLARS }),
  on_hire: dollarsField("On-hire stock"),
  sign_on_1: dollarsField("Sign-on in year 1"),
  sign_on_2: dollarsField("Sign-on in year 2"),
  headline: dollarsField("The total you were told"),
  bonus: percentField("Bonus at target", 0, 200),
  annual: dollarsField("Annual award"),
  change: percentField("Change of the share price", -90, 100),
  contribution: dollarsField("What you put into the 401(k)", { least: LEAST_EXTRA_DOLLARS }),
  purchase: percentField("Share of pay for the purchase plan", 0, 100),
  annual_years: { name: "Years of an annual award", kind: "years", low: 1, high: 10 },
  relocation: dollarsField("Relocation", { least: LEAST_EXTRA_DOLLARS }),
  other_once: dollarsField("Other sums paid once", { least: LEAST_EXTRA_DOLLARS }),
  other_yearly: dollarsField("Other sums each year", { least: LEAST_EXTRA_DOLLARS }),
  repay_months: { name: "Months of repayment", kind: "years", low: 1, high: 60 },
  merit: percentField("Raise of base", 0, 30),
  match: dollarsField("Match", { least: LEAST_EXTRA_DOLLARS }),
  discount: dollarsField("Gain from a purchase plan", { least: LEAST_EXTRA_DOLLARS }),
};
const MICROSOFT_ONLY = ["contribution", "purchase"];
const OTHERS_ONLY = ["annual_years", "match", "discount"];

export const spoken = (amount) => `${amount < 0 ? "-" : ""}$${grouped(Math.abs(amount))}`;

const allowed = ({ kind, low, high, least = low }) => {
  const words = kind === "dollars" ? spoken : String;
  return low < least ? `${words(low)}, or ${words(least)} to ${words(high)}` : `${words(low)} to ${words(high)}`;
};

const isWhole = (number) => Math.abs(Math.round(number) - number) <= 1e-6;

// What a sentence suggests is taken by the field: the range is looked at before the places after the point.
function problemOf(value, field) {
  const { name, kind, low, high, least = 0 } = field;
  if (value > 0 && value < least) {
    const whole = Math.round(value * 1000);
    return whole < least
      ? `${name} is ${value}. Allowed is ${allowed(field)}.`
      : `${name} is ${spoken(value)}. Write all digits: ${whole}, if you mean ${spoken(whole)}.`;
  }
  if (value < low || value > high) return `${name} is ${value}. Allowed is ${allowed({ ...field, least: low })}.`;
  if (kind === "percent") {
    return isWhole(value * 100)
      ? ""
      : `${name} is ${value}. Two places after the point are allowed, such as ${value.toFixed(2)}.`;
  }
  return Number.isInteger(value) ? "" : `${name} is ${value}. Whole numbers only: ${Math.round(value)}.`;
}

/** Whether the field takes the value: see `fieldOf`. */
export const takes = (value, field) => !problemOf(value, field);

/** The range of a field; that of the purchase plan is a rule of the plan. */
export const fieldOf = (field, terms) =>
  field === "purchase" ? { ...FIELDS[field], high: terms.purchase_share / 100 } : FIELDS[field];

/** Problems by field, each a sentence that says the value and what is allowed; {} if there are none. */
export function problemsOf(offer, terms) {
  const hidden = isMicrosoft(offer) ? OTHERS_ONLY : MICROSOFT_ONLY;
  const found = {};
  for (const field of Object.keys(FIELDS).filter((name) => !hidden.includes(name))) {
    const value = offer[field] ?? null;
    const problem = value === null ? "" : problemOf(value, fieldOf(field, terms));
    if (problem) found[field] = problem;
  }
  if (!isMicrosoft(offer)) Object.assign(found, vestingProblem(offer.vesting ?? []));
  return found;
}

/** Added up in hundredths, so that 33.33 three times is 99.99. */
export const vestingSum = (shares) => shares.reduce((total, share) => total + Math.round((share ?? 0) * 100), 0) / 100;

function vestingProblem(shares) {
  const odd = shares.find((share) => share !== null && !(share >= 0 && share <= 100));
  if (odd !== undefined) return { vesting: `${odd} is no share of a grant. Each year takes 0 to 100 percent.` };
  const whole = vestingSum(shares);
  return whole > 100 ? { vesting: `The years add up to ${whole} percent. A whole grant is 100.` } : {};
}

/** Whether enough is entered to show the years. */
export const isComplete = (offer, terms) => Boolean(offer.base) && Object.keys(problemsOf(offer, terms)).length === 0;
