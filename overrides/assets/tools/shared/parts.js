// Parts of a view that several tools share.

import { html } from "../vendor/lit.js";
import { pageAddress } from "./data.js";

/**
 * A source with its grade, publisher and date, linked to the list of sources. Made by
 * hooks/guide/publish/tool_data/sources.py.
 */
export const sourceLine = ({ grade, graded, publisher, published, page }) => html`
  <span class="grade grade--${grade}">${graded}</span> <a href=${pageAddress(page)}>${publisher}</a>, ${published}`;

// A long part of a result: collapsed on a phone, so that the answer comes first, and open elsewhere.
const isNarrow = matchMedia("(max-width: 44.9em)").matches;

export const collapsible = (summary, content) => html`
  <details class="collapsible" ?open=${!isNarrow}><summary>${summary}</summary>${content}</details>`;
