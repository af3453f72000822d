// The years of an offer as bars, drawn with lit. Parts differ by pattern first and by color second.

import { html, svg } from "../vendor/lit.js";
import { spoken } from "./checks.js";
import { PARTS } from "./sums/years.js";

const [ROW, BAR, HEAD] = [46, 18, 18];
// In percent, so that the chart fits any screen and its texts keep their size.
const WIDTH = 100;

// The pattern of each part: an 8-pixel tile over its color.
const TILES = {
  base: svg``,
  bonus: svg`<path d="M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6"/>`,
  on_hire: svg`<path d="M0 4 H8"/>`,
  annual: svg`<circle cx="4" cy="4" r="1.7"/>`,
  sign_on: svg`<path d="M4 0 V8"/>`,
  once: svg`<path d="M0 2 H8 M0 6 H8"/>`,
  yearly: svg`<path d="M2 0 V8 M6 0 V8"/>`,
  match: svg`<path d="M0 4 H8 M4 0 V8"/>`,
  purchase: svg`<path d="M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2"/>`,
};

const tile = (key, { id }) => svg`
  <pattern id="${key}-${id}" class="offer-part offer-part--${id}" width="8" height="8" patternUnits="userSpaceOnUse">
    <rect width="8" height="8"/>${TILES[id]}
  </pattern>`;

function bar(key, parts, year, top, y) {
  let at = 0;
  return parts
    .filter(({ id }) => year[id] > 0)
    .map(({ id }) => {
      const [start, width] = [at, (WIDTH * year[id]) / top];
      at += width;
      return svg`<rect class="offer-bar" x="${start}%" y=${y} width="${width}%" height=${BAR} fill="url(#${key}-${id})"/>`;
    });
}

function describeYears(years, parts) {
  return years
    .map((year) => {
      const amounts = parts.filter(({ id }) => year[id] > 0).map(({ id, name }) => `${name} ${spoken(year[id])}`);
      return `Year ${year.year}: ${spoken(year.total)}, of it ${amounts.join(", ")}.`;
    })
    .join(" ");
}

/**
 * A figure with its legend. `key` makes its ids unique on the page; `top` is the sum that fills the width, the same for
 * all offers that are compared.
 */
export function yearsChart(key, name, years, top) {
  const parts = PARTS.filter(({ id }) => years.some((year) => year[id] > 0));
  return html`
    <figure class="chart offer-chart">
      <figcaption class="chart__title">${name}, year by year</figcaption>
      <ul class="chart__legend">${parts.map(
        (part) => html`
        <li><svg class="chart__key" width="26" height="14" aria-hidden="true"><rect class="offer-bar" width="26" height="14" fill="url(#${key}-${part.id})"/></svg>${part.name}</li>`,
      )}
      </ul>
      <svg class="chart__picture" role="img" width="100%" height=${years.length * ROW} aria-labelledby="${key}-title" aria-describedby="${key}-text">
        <title id="${key}-title">${name}, year by year</title>
        <desc id="${key}-text">${describeYears(years, parts)} The table below the picture holds the same sums.</desc>
        <defs>${parts.map((part) => tile(key, part))}</defs>
        ${years.map(
          (year, index) => svg`
          <text aria-hidden="true" class="chart__row" x="0" y=${index * ROW + 13}>Year ${year.year}: ${spoken(year.total)}</text>
          ${bar(key, parts, year, top, index * ROW + HEAD)}`,
        )}
      </svg>
    </figure>`;
}
