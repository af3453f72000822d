// What is pasted, made readable, and what shows that it is a Microsoft job post of a track. Pure.
const SIGNS_OF_A_POST = 3; // different ones
const HEAD = 6; // lines in which title and place are looked for
const LONGEST_TITLE = 120;
const LONGEST_HEADING = 60;
const CODE = /\b(IC[2-7]|M[4-7])\b/;
// Products that a post of any employer asks for.
const OFFICE = /microsoft (office|excel|word|powerpoint|suite|outlook|project)\b/gi;
const OTHER_MONEY = /([€£¥₹₩₪]|\b(EUR|GBP|INR|CAD|AUD|CHF|CZK|PLN|SGD|JPY|CNY|ILS|BRL|MXN)\b)\s*\$?\s*\d/;
const ENTITIES = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", ndash: "-", mdash: "-", rsquo: "'" };

// A post that was copied as its source: tags end a line, what no reader sees is left out.
function withoutMarkup(text) {
  if (!/<\/(p|div|li|h\d|span|body|ul|br)>|<br\s*\/?>/i.test(text)) return text;
  return text
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, "\n")
    .replace(/<\/?(b|strong|i|em|span|a|u)\b[^>]*>/gi, "")
    .replace(/<[a-z/!][^>]*>/gi, "\n")
    .replace(/&#(x?)([\da-f]{1,6});/gi, (all, isHex, code) => character(Number.parseInt(code, isHex ? 16 : 10)) ?? all)
    .replace(/&([a-z]+);/gi, (all, name) => ENTITIES[name.toLowerCase()] ?? all);
}

const character = (code) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined);

/** One form for dashes, spaces and quotation marks, so that words are found however they were pasted. */
export const plain = (pasted) =>
  withoutMarkup(pasted)
    .normalize("NFKC")
    .replace(/[‐‑‒]/g, "-")
    .replace(/[’‘]/g, "'")
    .replace(/[ \t]+/g, " ");
const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// Where the first of the words begins a word of the text, or -1. `end`: what must follow it.
function placeOf(text, words, end = "") {
  const places = words
    .map((one) => new RegExp(`(^|[^a-z0-9])${escaped(one)}${end}`, "i").exec(text))
    .filter(Boolean)
    .map(({ index, 1: before }) => index + before.length);
  return places.length ? Math.min(...places) : -1;
}

/** Whether any of the words stands at the start of a word of the text. */
export const names = (text, words) => placeOf(text, words) >= 0;

export const signsOf = ({ signs }, kind) => signs.filter(({ sign }) => sign === kind);
const wordsOf = (lists, kind) => signsOf(lists, kind).flatMap(({ words }) => words);

// How many different signs of a post a text holds.
const signsFound = (text, lists) => signsOf(lists, "post").filter(({ words }) => names(text, words)).length;

const headOf = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, HEAD);

// Up to a word that ends a sentence, which "Sr." does not.
const SENTENCE = /^.*?\b(?![SJ]r\b)\w{2,}(?=[.;|] )/;

// A line as a title: of a whole post in one line, its first sentence.
const asTitle = (line) => ((line.length > LONGEST_TITLE && line.match(SENTENCE)?.[0]) || line).slice(0, LONGEST_TITLE);

// { title, track }: the first of the first lines that names a track, or nothing. Who names another job first is no post of one.
export function titleOf(text, lists) {
  const tracks = signsOf(lists, "track");
  const others = wordsOf(lists, "other-role");
  for (const line of headOf(text)) {
    const found = tracks.find(({ words }) => names(line, words));
    const other = placeOf(line, others);
    if (other >= 0 && (!found || other < placeOf(line, found.words))) return { title: "", track: null };
    if (found) return { title: asTitle(line), track: found.track };
  }
  const found = tracks.find(({ words }) => names(text, words));
  return { title: "", track: found?.track ?? null };
}

// A heading of a post, or what only a post has, such as its number: an article names qualifications too, within a sentence.
function hasForm(text, lists) {
  const headings = wordsOf(lists, "heading");
  const short = text.split("\n").filter((line) => line.trim().length < LONGEST_HEADING);
  return (
    short.some((line) => names(line, headings)) ||
    placeOf(text, headings, "[^.\\n:]{0,20}:") >= 0 ||
    names(text, wordsOf(lists, "form"))
  );
}

const isMicrosofts = (text) => CODE.test(text) || /microsoft/i.test(text.replace(OFFICE, ""));

/** Why a text is no post to read, as a sentence; "" if it is one. */
export function whyNone(text, track, lists) {
  if (!text.trim()) return "Paste the text of a post first.";
  if (!track) return "This names no product or product marketing role, so there is nothing to hold it against.";
  if (signsFound(text, lists) < SIGNS_OF_A_POST || !hasForm(text, lists) || names(text, wordsOf(lists, "not-post")))
    return "This reads like something else: a post has a title, what it asks for, and where and how to apply. Paste all of it.";
  if (!isMicrosofts(text))
    return "This post does not name Microsoft. Codes, ranges and themes here are of Microsoft’s posts, so they would mislead you.";
  return "";
}

/** Whether a post is for a place outside the US: another currency, or a place in its first lines and none of the US. */
export function isElsewhere(text, lists) {
  if (OTHER_MONEY.test(text)) return true;
  const head = headOf(text).join("\n");
  const isNamed = (kind) => placeOf(head, wordsOf(lists, kind), "(?![a-z])") >= 0;
  return isNamed("elsewhere") && !isNamed("us");
}
