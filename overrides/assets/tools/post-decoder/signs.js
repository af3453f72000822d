// Cleans up a pasted text, and finds the signs that it is a Microsoft job post of a track. Pure.

import { whyNotMicrosofts } from "./employer.js";

const SIGNS_OF_A_POST = 3; // different ones
const FOREIGN_SIGNS = 2;
const FOREIGN_LETTERS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}]{2}/gu;
const MANY_FOREIGN_LETTERS = 8; // pairs of them
const HEAD = 6; // lines in which the place is looked for
const LONGEST_HEADING = 60;
const PERIOD_OF_A_RESUME = /\b(19|20)\d\d\s*(-|–|—|to)\s*(present|now|today|current)\b/i;
const OTHER_MONEY =
  /(([€£¥₹₩₪]|\b(EUR|GBP|INR|CAD|AUD|NZD|CHF|CZK|PLN|SGD|JPY|CNY|ILS|BRL|MXN)\b)\s*\$?|\b(CA|C|AU|A|NZ|SG|S|HK|MX|R)\$)\s*\d|\d\s*(€|(EUR|CAD|AUD|LPA|lakhs?|crores?)\b)/i;
const ENTITIES = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", ndash: "-", mdash: "-", rsquo: "'" };

// For a post copied as HTML: block tags end a line, and invisible parts are left out.
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

// Bullets of any form at the start of a line, and Markdown's headings and lists.
const BULLET = /^ ?(?:[#>*+•●▪■◦○‣⁃·➤►▶✓✔√o-]+ )+/gm;

/** Text with one form of dashes, spaces and quotation marks, so that words are found however they were pasted. */
export const plain = (pasted) =>
  withoutMarkup(pasted)
    .normalize("NFKC")
    .replace(/[‐‑‒]/g, "-")
    .replace(/[’‘]/g, "'")
    .replace(/[ \t]+/g, " ")
    .replace(BULLET, "")
    .replace(/\*\*|__/g, "");
const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The first index at which one of the words starts a word of the text, or -1. `end`: a pattern that must follow. */
export function placeOf(text, words, end = "") {
  const places = words
    .map((words) => new RegExp(`(^|[^a-z0-9])${escaped(words)}${end}`, "i").exec(text))
    .filter(Boolean)
    .map(({ index, 1: before }) => index + before.length);
  return places.length ? Math.min(...places) : -1;
}

/** Whether any of the words starts a word of the text. */
export const names = (text, words) => placeOf(text, words) >= 0;

export const signsOf = ({ signs }, kind) => signs.filter(({ sign }) => sign === kind);
export const wordsOf = (lists, kind) => signsOf(lists, kind).flatMap(({ words }) => words);

// The number of different signs of a kind in a text.
const signsFound = (text, lists, kind) => signsOf(lists, kind).filter(({ words }) => names(text, words)).length;

// The first lines of a post, from its title on if it has one.
function headOf(text, title) {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const from = title ? lines.findIndex((line) => line.includes(title)) : 0;
  return lines.slice(Math.max(from, 0)).slice(0, HEAD).join("\n");
}

// Whether a text has a post's headings, or something only a post has, such as a job number. An article about jobs names
// qualifications too, but within a sentence.
function hasForm(text, lists) {
  const headings = wordsOf(lists, "heading");
  const short = text.split("\n").filter((line) => line.trim().length < LONGEST_HEADING);
  return (
    short.some((line) => names(line, headings)) ||
    placeOf(text, headings, "[^.\\n:]{0,20}:") >= 0 ||
    names(text, wordsOf(lists, "form"))
  );
}

const isForeign = (text, lists) =>
  signsFound(text, lists, "foreign") >= FOREIGN_SIGNS ||
  (text.match(FOREIGN_LETTERS)?.length ?? 0) >= MANY_FOREIGN_LETTERS;

/** Why a text is not a post that can be read, as a sentence; "" if it is one. */
export function whyUnreadable(text, { title, track }, lists) {
  if (!text.trim()) return "Paste the text of a post first.";
  if (isForeign(text, lists))
    return "This post seems to be in another language, and only English words are looked for here. Paste the English text of the post, which most of Microsoft’s posts have.";
  if (!track) return "This names no product or product marketing role, so there is nothing to compare it with.";
  const isOther = names(text, wordsOf(lists, "not-post")) || PERIOD_OF_A_RESUME.test(text);
  if (signsFound(text, lists, "post") < SIGNS_OF_A_POST || !hasForm(text, lists) || isOther)
    return "This reads like something else: a post has a title, what it asks for, and where and how to apply. Paste all of it.";
  return whyNotMicrosofts(text, title);
}

/** Whether a post is for a place outside the US: a place in its first lines and none of the US, or another currency and no US range. */
export function isElsewhere(text, title, hasRange, lists) {
  const head = headOf(text, title);
  const isNamed = (kind) => placeOf(head, wordsOf(lists, kind), "(?![a-z])") >= 0;
  if (isNamed("us")) return OTHER_MONEY.test(text) && !hasRange;
  return isNamed("elsewhere") || (OTHER_MONEY.test(text) && !hasRange);
}
