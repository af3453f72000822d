// A field for a count. Invalid text stays as typed, with a message below it, and the last count stays in use: a number
// is never replaced by another one.

import { html } from "../../vendor/lit.js";
import { countOf } from "../counts.js";

// While the field is being edited or invalid, its text is the reader's.
function textOf(id, value, low, high) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  const isTheirs = field && (field === document.activeElement || countOf(field.value, low, high) === undefined);
  return isTheirs ? field.value : String(value);
}

/** `take(count)` is called with a valid count. */
export function countField({ id, label, value, low, high, take }) {
  const changed = ({ target }) => {
    const count = countOf(target.value, low, high);
    target.setAttribute("aria-invalid", String(count === undefined));
    target.nextElementSibling.hidden = count !== undefined;
    if (count !== undefined) take(count);
  };
  return html`
    <div class="tool-field"><label for=${id}>${label}</label>
      <input id=${id} type="text" inputmode="numeric" autocomplete="off" .value=${textOf(id, value, low, high)} aria-describedby="${id}-problem ${id}-hint" @change=${changed}>
      <p class="tool-problem" id="${id}-problem" role="alert" hidden>Write a whole number from ${low} to ${high}. Until then it stays at ${value}.</p>
      <p class="muted" id="${id}-hint">${low} to ${high}</p></div>`;
}
