// A rule as shown where it is used: its date, confidence and sources, and both accounts of a conflict.

import { pageAddress } from "../../shared/data.js";
import { html, nothing } from "../../vendor/lit.js";

/**
 * "Rora (Secondary), Blind (First hand)": each leads to the list of sources (hooks/guide/publish/tool_data/sources.py).
 */
export const sourceLinks = (ids, sources) =>
  ids.map(
    (id, index) => html`${index ? ", " : nothing}<a
  href=${pageAddress(`${sources[id].page}#source-${id}`)}>${sources[id].publisher.replace(/, commit \w+$/, "")}</a> (${sources[id].graded})`,
  );

export const dateWords = ({ as_of, stale }) => `${as_of[0].toUpperCase()}${as_of.slice(1)}${stale ? `, ${stale}` : ""}`;

function oneRule({ rules, sources }, id) {
  const rule = rules[id];
  return html`
    <div class="offer-rule__one">
      <p>${rule.fact} ${rule.note}</p>
      <p class="muted">${dateWords(rule)}. Confidence ${rule.confidence}. Said by ${sourceLinks(rule.sources, sources)}.</p>
      ${
        rule.conflict.length
          ? html`
        <p><strong class="disputed">Sources conflict.</strong></p>
        <ul>${rule.conflict.map((account) => html`<li>${account.says}: ${sourceLinks(account.sources, sources)}</li>`)}</ul>`
          : nothing
      }
    </div>`;
}

/** Folded; a conflict is named in the summary. */
export function ruleNote(lists, ...ids) {
  const disputed = ids.some((id) => lists.rules[id].conflict.length);
  const confidence = [...new Set(ids.map((id) => lists.rules[id].confidence))].join(", ");
  return html`
    <details class="offer-rule">
      <summary>${ids.length > 1 ? "The rules and who says so" : "The rule and who says so"} (confidence ${confidence})${
        disputed
          ? html`.
        <span class="disputed">Sources conflict</span>`
          : nothing
      }</summary>
      ${ids.map((id) => oneRule(lists, id))}
    </details>`;
}
