// The pay ranges that a post prints in US dollars. Pure.
const AMOUNT = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d\d?)?|\d{2,3}(?:\.\d\d?)?\s?k?)\b`;
const UNIT = String.raw`(?:\s?USD\b)?(?:\s?(?:\/|per|an?)\s?(?:year|yr|annum|hour|hr|month|mo)\b)?`;
const RANGE = new RegExp(
  String.raw`(?:USD?\s*)?(\$)?\s?${AMOUNT}(${UNIT})\s*(?:-|–|—|to|and|up to)\s*(?:USD?\s*)?\$?\s?${AMOUNT}(${UNIT})`,
  "gi",
);
// "The minimum is $119,800. The maximum is $234,700.", in either order and in two sentences or lines.
const END = String.raw`\b(min(?:imum)?|lowest|low end|max(?:imum)?|highest|high end)\b([^\d$]{0,60}?)(?:USD?\s*)?(\$)?\s?${AMOUNT}(${UNIT})`;
const TWO_ENDS = new RegExp(String.raw`${END}[^\d$]{0,60}?${END}`, "gi");
const FOREIGN_CURRENCY_AFTER = /^\s*(EUR|GBP|INR|CAD|AUD|NZD|CHF|CZK|PLN|SGD|JPY|CNY|ILS|BRL|MXN)\b|^\s*[€£¥₹₩₪]/;
const FOREIGN_CURRENCY_BEFORE =
  /(?:\b(?:EUR|GBP|INR|CAD|AUD|NZD|CHF|CZK|PLN|SGD|JPY|CNY|ILS|BRL|MXN|CA|C|AU|A|NZ|SG|S|HK|MX|R)|[€£¥₹₩₪])\s*$/;
const METRO = /san francisco|new york|bay area/i;
const LOWEST_OF_A_YEAR = 30_000;
const UNITS = { hour: /hour|hr/i, month: /month|mo\b/i };

const dollars = (text) => Math.round(Number(text.replace(/[,\sk]/gi, "")) * (/k$/i.test(text) ? 100_000 : 100)) / 100;
const unitOf = (text) => Object.keys(UNITS).find((unit) => UNITS[unit].test(text)) ?? "year";

const PAY = /\b(pay|salary|base|compensation|IC[2-7]|M[4-7])\b|per year|\/yr|a year|san francisco|new york|bay area/i;

const sentenceBefore = (text, from, to) =>
  text
    .slice(from, to)
    .split(/\n|[.;] /)
    .at(-1);

// [{ all, index, sign, ends, units, before }]: a foreign currency of the first figure would be at the end of `before`.
const joinedIn = (text) =>
  [...text.matchAll(RANGE)].map(({ 0: all, 1: sign, 2: low, 3: first, 4: high, 5: last, index }) => ({
    ...{ all, index, sign, ends: [low, high], units: `${first} ${last}`, before: text.slice(0, index) },
  }));

function namedIn(text) {
  const isLow = (word) => /^(min|low)/i.test(word);
  return [...text.matchAll(TWO_ENDS)]
    .filter(([, left, , , , , right]) => isLow(left) !== isLow(right))
    .map(({ 0: all, 1: word, 2: gap, 3: sign, 4: left, 5: first, 9: right, 10: last, index }) => ({
      ...{ all, index, sign, units: `${first} ${last}`, before: text.slice(0, index) + word + gap },
      ends: isLow(word) ? [left, right] : [right, left],
    }));
}

function amountsOf(text) {
  const found = [];
  const written = [...joinedIn(text), ...namedIn(text)].sort((a, b) => a.index - b.index);
  for (const {
    all,
    index,
    sign,
    ends: [low, high],
    units,
    before,
  } of written) {
    const end = index + all.length;
    if (FOREIGN_CURRENCY_BEFORE.test(before) || FOREIGN_CURRENCY_AFTER.test(text.slice(end))) continue;
    const per = unitOf(units);
    const ends = { low: dollars(low), high: dollars(high), per };
    if (ends.high <= ends.low || (per === "year" && ends.low < LOWEST_OF_A_YEAR)) continue;
    const isSaid = PAY.test(`${before.split("\n").at(-1).slice(-120)} ${all} ${text.slice(end, end + 20)}`);
    // Figures without a dollar sign are pay only where words say so.
    if (isSaid || sign || /USD/i.test(all)) found.push({ ...ends, from: index, end, isSaid });
  }
  return found.some(({ isSaid }) => isSaid) ? found.filter(({ isSaid }) => isSaid) : found;
}

const isHigher = (a, b) => Boolean(b) && a.low > b.low && a.high > b.high;
const restOfLine = (text, from) => text.slice(from).split("\n", 1)[0];
// The range for San Francisco and New York is named as such, and is the higher of two neighbors or the only one.
function isOfMetro(text, found, at) {
  const [before, range, next] = [found[at - 1], found[at], found[at + 1]];
  if (before && !before.isMetro && isHigher(range, before))
    return METRO.test(text.slice(before.from, range.from) + restOfLine(text, range.end));
  const isNamed = METRO.test(sentenceBefore(text, before?.end ?? 0, range.from));
  if (isNamed && before && !before.isMetro && range.low > before.low) return true;
  return isNamed && (isHigher(range, next) || found.length === 1);
}

/** [{ low, high, per, isMetro }], in the order of the text. `per`: "year", "month" or "hour". */
export function rangesIn(text) {
  const found = amountsOf(text);
  found.forEach((range, at) => {
    range.isMetro = isOfMetro(text, found, at);
  });
  return found.map(({ low, high, per, isMetro }) => ({ low, high, per, isMetro }));
}

/** [{ low, high, metro, per }]: each range with that for San Francisco and New York, if there is one. */
export function pairsOf(ranges) {
  const pairs = [];
  for (const { low, high, per, isMetro } of ranges) {
    const last = pairs.at(-1);
    if (isMetro && last && !last.metro) last.metro = [low, high];
    else if (!isMetro && last && last.low === null) Object.assign(last, { low, high });
    else pairs.push(isMetro ? { low: null, high: null, metro: [low, high], per } : { low, high, metro: null, per });
  }
  // A post with only the range for the two areas has that as its range.
  return pairs.map((pair) =>
    pair.low === null ? { ...pair, low: pair.metro[0], high: pair.metro[1], metro: null } : pair,
  );
}
