// A source as the tools show it: its grade, who says it, when; linked to its entry in the list.

import { html } from "../vendor/lit.js";
import { pageAddress } from "./data.js";

// As made by hooks/guide/publish/tool_data/sources.py.
export const sourceLine = ({ grade, graded, publisher, published, page }) => html`
  <span class="grade grade--${grade}">${graded}</span> <a href=${pageAddress(page)}>${publisher}</a>, ${published}`;

// A long part of a result: collapsed on a phone, so that the answer comes first, and open elsewhere.
const isNarrow = matchMedia("(max-width: 44.9em)").matches;

export const collapsible = (summary, content) => html`
  <details class="collapsible" ?open=${!isNarrow}><summary>${summary}</summary>${content}</details>`;
