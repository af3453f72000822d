// A source as the tools show it: how much it is worth, who says it, when; linked to its entry in the list.
import { pageAddress } from "./tool-element.js";
import { html } from "./vendor/lit.js";

// As made by hooks/guide/publish/tool_data/sources.py.
export const sourceLine = ({ grade, graded, publisher, published, page }) => html`
  <span class="grade grade--${grade}">${graded}</span> <a href=${pageAddress(page)}>${publisher}</a>, ${published}`;
