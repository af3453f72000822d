// A part of a result that fills many screens of a phone: folded there, so that the answer comes first, and open elsewhere.
import { html } from "./tool-element.js";

const isNarrow = matchMedia("(max-width: 44.9em)").matches;

export const longPart = (summary, content) => html`
  <details class="long-part" ?open=${!isNarrow}><summary>${summary}</summary>${content}</details>`;
