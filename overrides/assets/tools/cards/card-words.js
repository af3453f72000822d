// The front and back of cards, fetched for those that are shown.

import { fetchData, pageAddress } from "../shared/data.js";
import { sourceLine } from "../shared/parts.js";
import { html } from "../vendor/lit.js";

// What to do with a claim, by its verdict.
const ADVICE = {
  contradicted: "Do not repeat it, in an interview or in a negotiation.",
  disputed: "Know both sides before you use it.",
  unverifiable: "Do not quote it as a fact.",
  supported: "You can rely on it as far as its sources reach.",
};

const SIDES = {
  term: ({ term, definition }, key) => ({
    kind: "Term",
    front: term,
    back: html`<p>${definition}</p><p class="muted"><a href=${pageAddress(`reference/glossary/#term-${key}`)}>In the glossary</a></p>`,
  }),
  claim: ({ claim, verdict, why, sources }, key) => ({
    kind: "Claim of the reviewed article: does the evidence agree?",
    front: claim,
    back: html`
      <p><span class="verdict verdict--${verdict}">${verdict}</span> <strong>${ADVICE[verdict]}</strong></p>
      <p>${why}</p>
      ${sources.length ? html`<ul>${sources.map((source) => html`<li>${sourceLine(source)}</li>`)}</ul>` : html`<p class="muted">No evidence was found.</p>`}
      <p class="muted"><a href=${pageAddress(`reference/claims/#claim-${key.toLowerCase()}`)}>${key} in the ledger</a></p>`,
  }),
  question: ({ text, strong, source }) => ({
    kind: "Question: what does a strong answer do?",
    front: text,
    back: html`<ul>${strong.map((point) => html`<li>${point}</li>`)}</ul><p class="muted">That is our advice. The question itself: ${sourceLine(source)}</p>`,
  }),
};

/** { "term/okr": { kind, front, back }, ... }; `back` is a template. */
export async function fetchCards(ids) {
  const words = await Promise.all(ids.map(fetchData));
  return Object.fromEntries(
    ids.map((id, index) => {
      const [kind, key] = id.split("/");
      return [id, SIDES[kind](words[index], key)];
    }),
  );
}
