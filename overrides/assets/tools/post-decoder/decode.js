// Reads a job post: what it prints, and what follows from that. Each finding says how it was inferred.
//
//   lists = what hooks/guide/publish/tool_data/post_decoder.py makes
import { isElsewhere, names, plain, signsOf, titleOf, whyNone } from "./signs.js";

const CODE = /\b(IC[2-7]|M[4-7])\b/g;
const RANGE = /\$?\s?(\d{2,3}(?:,\d{3}|k))\s*(?:-|–|—|to|and)\s*(?:USD\s*)?\$?\s?(\d{2,3}(?:,\d{3}|k))/gi;
// The years required with a Bachelor's degree, which may follow those for a Master's.
const WITH_BACHELOR = /bachelor.{0,80}?\b(\d{1,2})\s*\+?\s*(?:or more\s+)?years?\b/i;
const YEARS = /(\d{1,2})\s*\+?\s*(?:or more\s+)?(?:-\s*\d{1,2}\s*)?years?\b/i;
const METRO = /san francisco|new york/i;

const dollars = (text) => (/k$/i.test(text) ? Number(text.slice(0, -1)) * 1000 : Number(text.replaceAll(",", "")));

// [{ low, high, isMetro }], in the order of the text. The range of the two areas follows that of the country and is
// higher, and the areas are named between the two or in the rest of the line.
export function rangesIn(text) {
  const found = [];
  for (const { 0: all, 1: low, 2: high, index } of text.matchAll(RANGE)) {
    const one = { low: dollars(low), high: dollars(high), from: index };
    if (one.low < 30_000 || one.high <= one.low) continue;
    const before = found.at(-1);
    const after = text.slice(index + all.length).split("\n", 1)[0];
    const isHigher = before && !before.isMetro && one.low > before.low && one.high > before.high;
    found.push({ ...one, isMetro: Boolean(isHigher) && METRO.test(text.slice(before.from, index) + after) });
  }
  return found.map(({ low, high, isMetro }) => ({ low, high, isMetro }));
}

// The newest range of each code comes last.
const newestOf = (ranges, code) => ranges.filter((one) => one.code === code).at(-1);
const sameEnds = (one, { low, high }) =>
  (one.low === low && one.high === high) || (one.metro?.[0] === low && one.metro?.[1] === high);

// { codes, how }: printed, or by the range, or by the title, or none.
function codeOf(text, { title, track }, ranges, lists) {
  const printed = [...new Set(text.match(CODE) ?? [])];
  if (printed.length) return { codes: printed, how: "printed in the post" };
  const known = lists.tracks[track].ranges.filter((one) => ranges.some((range) => sameEnds(one, range)));
  if (known.length) {
    const codes = [...new Set(known.map(({ code }) => code))].filter((code) => code.startsWith("IC"));
    if (codes.length) return { codes, how: "inferred: posts with this code print the same range" };
  }
  if (names(title, ["intern"])) return { codes: [], how: "none: internships print no code that we saw" };
  const sign = signsOf(lists, "title").find((one) => one.track === track && names(title, one.words));
  if (sign) return { codes: [sign.code], how: "inferred from the title: most posts with such a title print it" };
  return { codes: [], how: "not found" };
}

// { low, high, metro, how } or null
function rangeOf(ranges, codes, known, isAbroad) {
  const [us] = ranges.filter(({ isMetro }) => !isMetro);
  const metro = ranges.find(({ isMetro }) => isMetro);
  const first = us ?? metro;
  if (first) return { ...first, metro: us && metro ? [metro.low, metro.high] : null, how: "printed in the post" };
  const newest = codes.map((code) => newestOf(known, code)).find(Boolean);
  if (!newest) return null;
  const { low, high, seen, code } = newest;
  const why = isAbroad ? "not printed in US dollars, and pay outside the US differs: " : "not printed: ";
  return { low, high, metro: newest.metro, how: `${why}US posts with ${code} showed it, ${seen}` };
}

// Where a printed range is in the history of its code.
function historyOf(range, codes, known) {
  const rows = known
    .filter(({ code }) => codes.includes(code))
    .map((one) => ({ ...one, isThis: Boolean(range) && sameEnds(one, range) }));
  const at = rows.findLastIndex(({ isThis }) => isThis);
  const isPrinted = range?.how === "printed in the post";
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
export function partsOf(text, lists) {
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

function yearsOf(parts, codes, usual) {
  const look = [parts.required, parts.whole].flatMap((part) => [WITH_BACHELOR.exec(part), YEARS.exec(part)]);
  const match = look.find(Boolean);
  const asked = match ? Number(match[1]) : null;
  const rows = usual.filter(({ code }) => codes.some((one) => code === one));
  const values = [...new Set(rows.flatMap(({ required }) => required))].sort((one, other) => one - other);
  return { asked, usual: values, n: rows.reduce((sum, { n }) => sum + n, 0), says: yearsSay(asked, values) };
}

function yearsSay(asked, values) {
  if (asked === null || !values.length) return "";
  if (asked < values[0]) return "fewer than usual";
  return asked > values.at(-1) ? "more than usual" : "as usual";
}

// What the post names, what it requires first and the rarest of that first: so it comes before what all posts ask for.
function themesOf(parts, themes) {
  const where = ({ words }) => {
    if (names(parts.required, words)) return "required";
    if (names(parts.preferred, words)) return "preferred";
    return names(parts.whole, words) ? "named" : "";
  };
  const order = ["required", "preferred", "named"];
  return themes
    .map((theme) => ({ ...theme, asked: where(theme) }))
    .filter(({ asked }) => asked)
    .sort((one, other) => order.indexOf(one.asked) - order.indexOf(other.asked) || one.percent - other.percent);
}

const OFTEN = 50; // percent of a track's posts

/** @returns {any} what a text holds: { isPost: false, says } or { isPost: true, title, track, code, range, history, years, themes, absent, cases, rounds }. */
export function decode(pasted, lists) {
  const text = plain(pasted);
  const { title, track } = titleOf(text, lists);
  const says = whyNone(text, track, lists);
  if (says) return { isPost: false, says };
  const known = lists.tracks[track];
  const isAbroad = isElsewhere(text, lists);
  const ranges = isAbroad ? [] : rangesIn(text);
  const code = codeOf(text, { title, track }, ranges, lists);
  const range = rangeOf(ranges, code.codes, known.ranges, isAbroad);
  const parts = partsOf(text, lists);
  const themes = themesOf(parts, known.themes);
  return {
    ...{ isPost: true, title, track, code, range },
    history: historyOf(range, code.codes, known.ranges),
    years: yearsOf(parts, code.codes, known.years),
    themes,
    absent: known.themes.filter(({ id, percent }) => percent >= OFTEN && !themes.some((one) => one.id === id)),
    cases: casesFor(known.cases, themes),
    rounds: known.rounds,
  };
}

// The two cases that share most with the post: few enough to be done.
function casesFor(cases, themes) {
  const shared = (one) => one.themes.filter((id) => themes.some((theme) => theme.id === id)).length;
  return [...cases].sort((one, other) => shared(other) - shared(one)).slice(0, 2);
}
