// Where an offer is among the dated evidence for its level and track. Positions are given in words, and never finer
// than the evidence: nothing is known between two published percentiles.

import { spoken } from "./checks.js";
import { isMicrosoft, offerYears } from "./sums/years.js";

const POINT_NAMES = {
  p10: "10th percentile",
  p25: "25th percentile",
  median: "median",
  p75: "75th percentile",
  p90: "90th percentile",
};

/** "in the lower half of it": the position of a value in a range; an unknown end is null. */
export function placeInRange(value, low, high) {
  if (low !== null && value < low) return `${spoken(low - value)} below it`;
  if (value > high) return `${spoken(value - high)} above it`;
  if (value === high) return "at its top";
  if (low === null) return "below its top";
  if (value === low) return "at its bottom";
  const twice = 2 * value - low - high;
  if (twice === 0) return "in its middle";
  return twice < 0 ? "in its lower half" : "in its upper half";
}

/** "55% of the way up": the position of a base in the range that a post prints. */
export function placeInPosted(value, low, high) {
  if (value < low || value > high) return placeInRange(value, low, high);
  return `${Math.round(((value - low) / (high - low)) * 100)}% of the way up`;
}

/**
 * "between the 25th percentile and the median": the position of a value among the published percentiles, {p10: 150000,
 * ...}.
 */
export function placeAmongPoints(value, points) {
  const known = Object.keys(POINT_NAMES).filter((point) => points[point] !== undefined);
  const at = known.find((point) => points[point] === value);
  if (at) return `at the ${POINT_NAMES[at]}`;
  const below = known.filter((point) => points[point] < value).at(-1);
  const above = known.find((point) => points[point] > value);
  if (!above) return `above the ${POINT_NAMES[below]}`;
  if (!below) return `below the ${POINT_NAMES[above]}`;
  return `between the ${POINT_NAMES[below]} and the ${POINT_NAMES[above]}`;
}

function placeBesideFigure(value, figure) {
  if (value === figure) return "the same";
  return value > figure ? `${spoken(value - figure)} above it` : `${spoken(figure - value)} below it`;
}

const WHAT = {
  base: "Your base",
  total: "Your year 1 without one-time payments",
  on_hire: "Your on-hire grant",
  sign_on: "Your sign-on",
  annual: "Your annual award",
};
const GUIDELINES = [
  ["base", "base", "base, main range"],
  ["base", "base_high_cost", "base, San Francisco and New York"],
  ["on_hire", "on_hire", "on-hire stock, the whole grant"],
  ["sign_on", "sign_on", "sign-on, once"],
  ["annual", "annual", "annual award, the whole grant"],
];

const range = (low, high) => (low === null ? `up to ${spoken(high)}` : `${spoken(low)} to ${spoken(high)}`);
const spokenPoints = (points) =>
  Object.keys(POINT_NAMES)
    .filter((point) => points[point] !== undefined)
    .map((point) => `${POINT_NAMES[point]} ${spoken(points[point])}`)
    .join(", ");

function amountsOf(offer, lists) {
  return {
    base: offer.base ?? 0,
    total: offerYears(offer, lists)[0].comparable,
    on_hire: offer.on_hire ?? 0,
    sign_on: (offer.sign_on_1 ?? 0) + (offer.sign_on_2 ?? 0),
    annual: offer.annual ?? 0,
  };
}

function entry(kind, metric, values, row, details) {
  return {
    kind,
    what: WHAT[metric],
    value: values[metric],
    ...details,
    as_of: row.as_of,
    stale: row.stale,
    source: row.source,
    confidence: row.confidence ?? "",
    n: row.n ?? null,
    small: row.small ?? false,
  };
}

// Without a level every code of the track is listed, since the post prints the code and not the level.
function postedEntries(offer, values, { levels, posted }) {
  const code = levels.find((row) => row.level === offer.level)?.code;
  return posted
    .filter((row) => row.track === offer.track && (!offer.level || row.code === code))
    .filter((row) => !offer.place || row.region === offer.place)
    .map((row) =>
      entry("posted", "base", values, row, {
        title: `Posted range, ${row.discipline} ${row.code}, ${row.place}`,
        says: range(row.low, row.high),
        place: placeInPosted(values.base, row.low, row.high),
        nearest: row.nearest,
      }),
    );
}

function guidelineEntries(offer, values, { guidelines }) {
  const row = guidelines[offer.level];
  return GUIDELINES.filter(
    ([metric, part]) =>
      row && row[part][1] !== null && (part === "base" || part === "base_high_cost" || values[metric]),
  ).map(([metric, part, name]) =>
    entry("guideline", metric, values, row, {
      title: `Leaked guideline for engineering, ${name}`,
      says: range(...row[part]),
      place: placeInRange(values[metric], ...row[part]),
    }),
  );
}

function figureEntries(offer, values, { newest, reports }) {
  const fits = (row) => row.track === offer.track && row.level === offer.level;
  const figures = newest.filter(fits).map((row) =>
    entry("newest", row.metric, values, row, {
      title: `Newest ${row.statistic}, ${row.metric} a year`,
      says: spoken(row.value),
      place: placeBesideFigure(values[row.metric], row.value),
    }),
  );
  const spreads = reports.filter(fits).map((row) =>
    entry("reports", row.metric, values, row, {
      title: `${row.who}, ${row.metric} a year`,
      says: spokenPoints(row.points),
      place: placeAmongPoints(values[row.metric], row.points),
    }),
  );
  return [...figures, ...spreads];
}

// What nobody published for this level and track, in the words of data/unknowns.yml.
function missing(offer, entries, { unknowns }) {
  const has = (kind) => entries.some((entry) => entry.kind === kind);
  const unknown = [];
  if (!entries.some((entry) => entry.kind === "posted" && !entry.nearest))
    unknown.push(unknowns[offer.track === "pm" ? "pm-posted-ranges" : "pmm-posted-ranges"]);
  if (offer.track === "pmm") unknown.push(unknowns["pmm-pay-after-2021"], unknowns["guidelines-for-marketing"]);
  if (has("newest")) unknown.push(unknowns["medians-sample-size"]);
  if (offer.track === "pm" && !has("newest"))
    unknown.push("What PMs at this level earn now. The newest figures leave it out.");
  if (!has("reports")) unknown.push("What others at this level and track report. There are too few reports.");
  return unknown;
}

export const isAbroad = (offer) => isMicrosoft(offer) && offer.place === "elsewhere";
const ABROAD = "How your offer compares where you will work. Every range and report here is from the United States.";

/**
 * { entries: [{ kind, what, value, title, says, place, as_of, stale, n, small, confidence, source }], missing: [text] }
 */
export function placeOffer(offer, lists) {
  if (!isMicrosoft(offer)) return { entries: [], missing: [] };
  if (isAbroad(offer)) return { entries: [], missing: [ABROAD] };
  const values = amountsOf(offer, lists);
  if (!offer.level) return { entries: postedEntries(offer, values, lists.evidence), missing: [] };
  const entries = [postedEntries, figureEntries, guidelineEntries].flatMap((of) => of(offer, values, lists.evidence));
  return { entries, missing: missing(offer, entries, lists.evidence) };
}
