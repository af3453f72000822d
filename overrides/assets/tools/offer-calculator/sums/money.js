// Exact sums of money: whole dollars in and out, BigInt in between, never floats.
// Shares and percents are counted in hundredths of a percent: 12.5 percent is 1,250.
export const WHOLE = 10_000;
export const MONTHS_OF_YEAR = 12;

// More years than any vesting schedule that the tool accepts.
const MOST_YEARS = 12;
const POWERS = Array.from({ length: MOST_YEARS + 1 }, (_, years) => BigInt(WHOLE) ** BigInt(years));
const MONTHLY = BigInt(WHOLE * MONTHS_OF_YEAR);

export const hundredths = (percent) => Math.round(percent * 100);

/** A share of an amount, rounded down to the dollar: `share` of `whole`. */
export const shareOf = (amount, share, whole = WHOLE) => Number((BigInt(amount) * BigInt(share)) / BigInt(whole));

// The numerator of a share price that started at 1; the denominator is POWERS[MOST_YEARS] * MONTHLY. It changes by the
// same percent every year and linearly within a year, so that no root is needed and every sum stays exact.
function priceAfter(months, change) {
  const [years, rest] = [Math.floor(months / MONTHS_OF_YEAR), months % MONTHS_OF_YEAR];
  const afterYears = BigInt(WHOLE + change) ** BigInt(years) * POWERS[MOST_YEARS - years];
  return afterYears * (MONTHLY + BigInt(change * rest));
}

/**
 * The value of a grant vested by a month, rounded down to the dollar.
 *   schedule = { whole: 10000, steps: [{ month: 12, share: 2500 }, ...] }: month after the grant, share of `whole`
 *   change = yearly change of the share price, in hundredths of a percent
 */
export function vestedValue(grant, { whole, steps }, change, month) {
  const sum = steps
    .filter((step) => step.month <= month)
    .reduce((total, step) => total + BigInt(step.share) * priceAfter(step.month, change), 0n);
  return Number((BigInt(grant) * sum) / (BigInt(whole) * POWERS[MOST_YEARS] * MONTHLY));
}

/**
 * The value that vests in one year of a grant. The remainder of rounding moves to a later year, so that with an
 * unchanged price the years of a grant add up to the grant.
 */
export function vestsInYear(grant, schedule, change, year) {
  const until = (years) => vestedValue(grant, schedule, change, years * MONTHS_OF_YEAR);
  return until(year) - until(year - 1);
}

/**
 * The schedules of the awards. `terms` holds the numbers of the rules
 * (hooks/guide/publish/tool_data/offer_calculator/rules.py).
 */
export function onHireSchedule(terms, cadence) {
  const [every, share] = cadence === "yearly" ? [12, terms.anniversary_share] : [3, terms.quarter_share];
  const steps = [{ month: 12, share: terms.cliff_share }];
  for (let month = 12 + every; month <= 12 * terms.on_hire_years; month += every) steps.push({ month, share });
  return { whole: WHOLE, steps };
}

export function annualSchedule(terms) {
  const quarters = Array.from({ length: terms.annual_years * 4 }, (_, index) => 3 * (index + 1));
  return { whole: WHOLE, steps: quarters.map((month) => ({ month, share: terms.annual_quarter_share })) };
}

/** Another employer's: a share for each year, or equal parts, each at the end of its year. */
export const yearlySchedule = (shares, whole = WHOLE) => ({
  whole,
  steps: shares.map((share, index) => ({ month: 12 * (index + 1), share })),
});
