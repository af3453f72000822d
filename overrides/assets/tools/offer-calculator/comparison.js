// Several offers side by side.

import { collapsible } from "../shared/parts.js";
import { html } from "../vendor/lit.js";
import { spoken } from "./checks.js";
import { guideTable } from "./results.js";
import { compareOffers } from "./sums/years.js";
import { nameOf } from "./words.js";

const marked = (entries, { values, most }) =>
  values.map((value, index) =>
    most.includes(entries[index].id) && most.length < entries.length
      ? html`<strong>${spoken(value)}, most</strong>`
      : spoken(value),
  );

export function comparison(entries, lists) {
  const names = entries.map(nameOf);
  const rows = compareOffers(entries, lists);
  const sums = marked(entries, rows.at(-1));
  return html`
    <section class="offer-comparison" aria-label="Offers side by side">
      <h3>Side by side</h3>
      <p>Years 1 to 4 together, before tax:</p>
      <ul>${names.map((name, index) => html`<li>${name}: ${sums[index]}</li>`)}</ul>
      ${collapsible(
        "Year by year",
        guideTable(
          "offers",
          "Together by year, before tax",
          ["Year", ...names],
          rows.map((row) => [row.name, ...marked(entries, row)]),
        ),
      )}
      <p class="muted">More money is one reason among several. Neither the bonus nor the share price is a promise.</p>
    </section>`;
}
