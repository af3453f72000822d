// A source as the tools show it: how much it is worth, who says it, when; linked to its entry in the list.
import { html } from "../vendor/lit.js";
import { pageAddress } from "./element.js";

// As made by hooks/guide/publish/tool_data/sources.py.
export const sourceLine = ({ grade, graded, publisher, published, page }) => html`
  <span class="grade grade--${grade}">${graded}</span> <a href=${pageAddress(page)}>${publisher}</a>, ${published}`;

// A part of a result that fills many screens of a phone: folded there, so that the answer comes first, and open elsewhere.
const isNarrow = matchMedia("(max-width: 44.9em)").matches;

export const collapsible = (summary, content) => html`
  <details class="collapsible" ?open=${!isNarrow}><summary>${summary}</summary>${content}</details>`;
