// Decodes a job post: what it prints, and what can be inferred from that. Each finding says how it is known.
//
//   lists = what hooks/guide/publish/tool_data/post_decoder.py makes

import { pairsOf, rangesIn } from "./ranges.js";
import { isElsewhere, names, plain, signsOf, whyUnreadable } from "./signs.js";
import { titleOf } from "./title.js";

const PRINTED = "printed in the post";
const CODE = /\b(IC[2-7]|M[4-7])\b/g;
// "5+ years", "4-6 years", "five or more years", "4+ yrs", but neither an age nor an anniversary.
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ");
const COUNT = String.raw`\b(\d{1,2}|${NUMBERS.join("|")})\b(?: ?\(\d+\))?\s*\+?\s*(?:or more\s+)?(?:(?:-|–|to)\s*\d{1,2}\s*\+?\s*)?(?:full )?(?:years?|yrs?)\b(?! (?:of age|old|of innovation))`;
const YEARS = new RegExp(COUNT, "gi");
// The years required with a Bachelor's degree, which may follow those for a Master's.
const WITH_BACHELOR = new RegExp(
  String.raw`\b(?:bachelor|b\.?tech)(?:(?!master|doctor|ph\.?d).){0,250}?${COUNT}`,
  "gi",
);
const MOST_YEARS = 25;
// Titles that no code belongs to in the posts we saw.
const WITHOUT_CODE =
  /\b(vice president|c?vp|chief|general manager|member of technical staff|(lead|staff)( \w+)? product|partner (group )?product|group product marketing)\b/i;
const DIRECTOR = /\bdirector\b/i;

// The newest range of each code comes last.
const newestOf = (ranges, code) => ranges.filter((range) => range.code === code).at(-1);
const sameEnds = (range, { low, high }) =>
  (range.low === low && range.high === high) || (range.metro?.[0] === low && range.metro?.[1] === high);

// The code that most posts with such a title print, or undefined.
function codeByTitle({ title, track }, lists) {
  if (WITHOUT_CODE.test(title) || (track === "pm" && DIRECTOR.test(title))) return undefined;
  return signsOf(lists, "title").find((sign) => sign.track === track && names(title, sign.words))?.code;
}

// { codes, how }: printed, or inferred from the range or the title, or none.
function codeOf(text, { title, track }, pairs, lists) {
  const printed = [...new Set(text.match(CODE) ?? [])];
  if (printed.length) return { codes: printed, how: PRINTED };
  const byTitle = codeByTitle({ title, track }, lists);
  const known = lists.tracks[track].ranges.filter((range) => pairs.some((pair) => sameEnds(range, pair)));
  // Managers and others have the same ranges under different codes: the title tells them apart.
  const kind = byTitle?.[0] ?? (DIRECTOR.test(title) ? "" : "I");
  const codes = [...new Set(known.map(({ code }) => code))].filter((code) => code.startsWith(kind));
  if (codes.length) return { codes, how: "inferred: posts with this code print the same range" };
  if (names(title, ["intern"])) return { codes: [], how: "none: internships print no code that we saw" };
  if (byTitle) return { codes: [byTitle], how: "inferred from the title: most posts with such a title print it" };
  return { codes: [], how: "not found" };
}

// { low, high, metro, per, how } or null; `others`: what else is printed, such as the range of a second code.
function rangeOf(pairs, codes, known, isAbroad) {
  const [first, ...others] = pairs;
  if (first) return { ...first, others, how: PRINTED };
  const newest = codes.map((code) => newestOf(known, code)).find(Boolean);
  if (!newest) return null;
  const { low, high, seen, code } = newest;
  const why = isAbroad ? "not printed in US dollars, and pay outside the US differs: " : "not printed: ";
  return {
    low,
    high,
    metro: newest.metro,
    per: "year",
    others: [],
    how: `${why}US posts with ${code} showed it, ${seen}`,
  };
}

// The place of a printed range in the history of its code.
function historyOf(range, codes, known) {
  const printed = range ? [range, ...range.others] : [];
  const rows = known
    .filter(({ code }) => codes.includes(code))
    .map((range) => ({ ...range, isThis: printed.some((pair) => sameEnds(range, pair)) }));
  const at = rows.findLastIndex(({ isThis }) => isThis);
  const isPrinted = range?.how === PRINTED && range.per === "year";
  if (!rows.length || !isPrinted) return { rows, says: "" };
  if (at < 0)
    return {
      rows,
      says:
        highest(rows) < range.high
          ? "Its top is higher than any we saw, so it may be newer."
          : "We saw no post with this range.",
    };
  const isNewest = rows.slice(at + 1).every(({ code }) => code !== rows[at].code);
  return {
    rows,
    says: isNewest
      ? "It is the newest that we saw for this code."
      : "It is an older one: newer posts with this code pay more.",
  };
}

const highest = (rows) => Math.max(...rows.map(({ high }) => high));

// { required, preferred, whole }: the parts of a post by their headings; without headings everything is `whole`.
function partsOf(text, lists) {
  const parts = { required: "", preferred: "", whole: text };
  let part = "";
  for (const line of text.split("\n")) {
    const isHeading = line.trim().length < 60;
    const found =
      isHeading &&
      ["preferred", "required"].find((kind) => signsOf(lists, kind).some(({ words }) => names(line, words)));
    if (found) part = found;
    if (part) parts[part] += `${line}\n`;
  }
  return parts;
}

const yearsIn = (text, pattern) =>
  [...text.matchAll(pattern)]
    .map(([, count]) => NUMBERS.indexOf(count.toLowerCase()) + 1 || Number(count))
    .find((count) => count <= MOST_YEARS);

function yearsOf(parts, codes, usual) {
  const look = [parts.required, parts.whole].flatMap((part) => [yearsIn(part, WITH_BACHELOR), yearsIn(part, YEARS)]);
  const stated = look.find((count) => count !== undefined) ?? null;
  const rows = usual.filter(({ code }) => codes.some((asked) => code === asked));
  const values = [...new Set(rows.flatMap(({ required }) => required))].sort((a, b) => a - b);
  return { stated, usual: values, n: rows.reduce((sum, { n }) => sum + n, 0), says: yearsSay(stated, values) };
}

function yearsSay(stated, values) {
  if (stated === null || !values.length) return "";
  if (stated < values[0]) return "fewer than usual";
  return stated > values.at(-1) ? "more than usual" : "as usual";
}

// The themes that the post names: requirements first, and the rarest of those, so that what all posts ask for comes
// last.
function themesOf(parts, themes) {
  const where = ({ words }) => {
    if (names(parts.required, words)) return "required";
    if (names(parts.preferred, words)) return "preferred";
    return names(parts.whole, words) ? "named" : "";
  };
  const order = ["required", "preferred", "named"];
  return themes
    .map((theme) => ({ ...theme, requirement: where(theme) }))
    .filter(({ requirement }) => requirement)
    .sort((a, b) => order.indexOf(a.requirement) - order.indexOf(b.requirement) || a.percent - b.percent);
}

// For an internship, whose years are those of a degree.
const NO_PARTS = { required: "", preferred: "", whole: "" };
const COMMON_PERCENT = 50; // of a track's posts
const NAMES = { pm: "Product Management", pmm: "Product Marketing" };

// Why the comparison is only approximate, as a sentence, or "".
function cautionOf(text, { title, track }) {
  const discipline = /([A-Z][a-z]+(?: (?:& |and )?[A-Z][a-z]+)*)\s*[-–,]?\s*\b(?:IC[2-7]|M[4-7])\b/.exec(text)?.[1];
  const isOwn = discipline ? /Product (Management|Marketing)/.test(discipline) : !/program manage/i.test(title);
  if (isOwn) return "";
  return `${discipline ? `The post’s discipline is ${discipline}` : "The title says program manager"}. It is compared with ${NAMES[track]} posts here, so ranges, years and themes can differ.`;
}

/** @returns {any} what a text holds: { isPost: false, says } or { isPost: true, title, track, caution, code, range, history, years, themes, absent, cases, rounds }. */
export function decode(pasted, lists) {
  const text = plain(pasted);
  const { title, track } = titleOf(text, lists);
  const says = whyUnreadable(text, { title, track }, lists);
  if (says) return { isPost: false, says };
  const known = lists.tracks[track];
  const printed = pairsOf(rangesIn(text));
  const isAbroad = isElsewhere(text, title, printed.length > 0, lists);
  const pairs = isAbroad ? [] : printed;
  const code = codeOf(text, { title, track }, pairs, lists);
  const range = rangeOf(pairs, code.codes, known.ranges, isAbroad);
  const parts = partsOf(text, lists);
  const themes = themesOf(parts, known.themes);
  return {
    ...{ isPost: true, title, track, caution: cautionOf(text, { title, track }), code, range },
    history: historyOf(range, code.codes, known.ranges),
    years: yearsOf(names(title, ["intern"]) ? NO_PARTS : parts, code.codes, known.years),
    themes,
    absent: known.themes.filter(
      ({ id, percent }) => percent >= COMMON_PERCENT && !themes.some((theme) => theme.id === id),
    ),
    cases: casesFor(known.cases, themes),
    rounds: known.rounds,
  };
}

// The two cases that share most themes with the post: few enough that a reader will do them.
function casesFor(cases, themes) {
  const shared = (theCase) => theCase.themes.filter((id) => themes.some((theme) => theme.id === id)).length;
  return [...cases].sort((a, b) => shared(b) - shared(a)).slice(0, 2);
}
