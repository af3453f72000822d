// Texts for the search box: escaped, with the matches marked, and cut to a length that can be read at a glance.

import { stem, words } from "./words.js";

const LETTERS = 180;
const LEAD = 90; // letters before the match among which a start of a sentence is looked for
const WORD = /[\p{L}\p{N}]+/gu;

const stems = new Map();

/** The stem of a word as a page writes it, cached. */
export function stemOf(word) {
  let found = stems.get(word);
  if (found === undefined) {
    found = stem(words(word).at(-1) ?? word);
    stems.set(word, found);
  }
  return found;
}

export const escapeHtml = (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Escaped text with the words marked whose stems are in `matched`. */
export function mark(text, matched) {
  let html = "",
    end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!matched.has(stemOf(word))) continue;
    html += `${escapeHtml(text.slice(end, index))}<mark data-md-highlight>${escapeHtml(word)}</mark>`;
    end = index + word.length;
  }
  return html + escapeHtml(text.slice(end));
}

/** The part of a text with the most matched words, from the start of a sentence if one is near. */
export function snippet(text, matched) {
  if (text.length <= LETTERS) return text;
  const start = startOf(text, matched);
  const space = text.lastIndexOf(" ", start + LETTERS);
  const end = start + LETTERS >= text.length || space <= start ? text.length : space;
  return (start ? "…\u00a0" : "") + text.slice(start, end) + (end < text.length ? "\u00a0…" : "");
}

function startOf(text, matched) {
  const places = Array.from(text.matchAll(WORD))
    .filter(({ 0: word }) => matched.has(stemOf(word)))
    .map(({ index }) => index);
  const count = (from) => places.filter((at) => at >= from && at < from + LETTERS - 40).length;
  const best = places.reduce((found, at) => (count(at) > count(found) ? at : found), places[0] ?? 0);
  if (best < LETTERS - 60) return 0;
  const sentence = Math.max(...[". ", "? ", "! ", ": ", "; "].map((mark) => text.lastIndexOf(mark, best - 2)));
  return sentence >= best - LEAD ? sentence + 2 : text.lastIndexOf(" ", best - 20) + 1;
}
