// The paragraph in which a tool, or a field of one, says what is wrong.

import { html, nothing } from "../../vendor/lit.js";

/** What is wrong, said at once by a screen reader. `id`: for the field that it describes. */
export const problemLine = (problem, id) =>
  problem ? html`<p class="tool-problem" id=${id ?? nothing} role="alert">${problem}</p>` : nothing;
