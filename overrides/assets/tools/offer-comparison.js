// Several offers beside each other, as a reader sees them.
import { html } from "./tool-element.js";
import { spoken } from "./offer-checks.js";
import { compareOffers } from "./offer-compare.js";
import { guideTable } from "./offer-results.js";
import { nameOf } from "./offer-words.js";

export function comparison(entries, lists) {
  const names = entries.map(nameOf);
  const rows = compareOffers(entries, lists).map(({ name, values, most }) => [name, ...values.map((value, index) => (
    most.includes(entries[index].id) && most.length < entries.length ? html`<strong>${spoken(value)}, most</strong>` : spoken(value)))]);
  return html`
    <section class="offer-comparison" aria-label="Offers side by side">
      <h3>Side by side</h3>
      ${guideTable("offers", "Together by year, before tax", ["Year", ...names], rows)}
      <p class="muted">More dollars are one reason of several. Neither the bonus nor the share price is a promise.</p>
    </section>`;
}
