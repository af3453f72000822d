// The fields of the offer form. Each one hands on what was typed: `form.enter(field, value, isRead)`.
import { html, nothing } from "../shared/element.js";
import { live } from "../vendor/lit.js";
import { fieldOf, spoken } from "./checks.js";

const NO_NUMBER = "Digits only, such as 200000: no comma, no letter.";
// Shown while a field cannot be read as a number, which a browser hands over as an empty one.
export const unread = (name) => `${name} is no number. ${NO_NUMBER}`;

const fieldId = (field) => `offer-${field}`;

function typed({ target }, form, field) {
  form.enter(field, target.value === "" ? null : Number(target.value), !target.validity.badInput);
}

// A number with what it means in dollars beside it, a hint, and the problem below it once the reader has gone on.
export function numberField(form, field, label, hint = "") {
  const { kind, high } = fieldOf(field, form.lists.terms);
  const [value, id, problem] = [form.offer[field] ?? null, fieldId(field), form.problems[field] ?? ""];
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  const canBeNegative = field === "change";
  return html`
    <div class="tool-field">
      <label for=${id}>${label}</label>
      <span class="offer-input">
        <input id=${id} type="number" inputmode=${kind === "percent" ? (canBeNegative ? "text" : "decimal") : "numeric"}
          step=${kind === "percent" ? "any" : "1"} min=${canBeNegative ? nothing : "0"} max=${kind === "dollars" ? nothing : high} autocomplete="off"
          .value=${live(value === null ? "" : String(value))} aria-invalid=${problem ? "true" : "false"} aria-describedby=${described || nothing}
          @input=${(event) => typed(event, form, field)} @change=${form.leave}>
        <span class="muted">${kind === "dollars" && value !== null ? spoken(value) : kind === "percent" ? "percent" : ""}</span>
      </span>
      ${hint ? html`<p class="muted" id="${id}-hint">${hint}</p>` : nothing}
      ${problem ? html`<p class="tool-problem" id="${id}-problem">${problem}</p>` : nothing}
    </div>`;
}

// options = [[value, name], ...]; `read` turns the text of an option into the value that is kept.
export function choiceField(form, field, label, options, { hint = "", read = (text) => text } = {}) {
  const id = fieldId(field);
  const kept = form.offer[field];
  return html`
    <div class="tool-field">
      <label for=${id}>${label}</label>
      <select id=${id} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${({ target }) => form.enter(field, read(target.value), true)}>
        ${options.map(([value, name]) => html`<option value=${value} .selected=${value === (kept ?? "")}>${name}</option>`)}
      </select>
      ${hint ? html`<p class="muted" id="${id}-hint">${hint}</p>` : nothing}
    </div>`;
}

export function textField(form, field, label) {
  const id = fieldId(field);
  return html`
    <div class="tool-field">
      <label for=${id}>${label}</label>
      <input id=${id} type="text" maxlength="60" autocomplete="off" .value=${live(form.offer[field] ?? "")}
        @input=${({ target }) => form.enter(field, target.value, true)}>
    </div>`;
}

// The shares of a grant that vest in each of five years.
export function vestingFields(form) {
  const shares = form.offer.vesting ?? [];
  const problem = form.problems.vesting ?? "";
  const enter = (index, { target }) => {
    const next = Array.from({ length: 5 }, (_, year) => shares[year] ?? null);
    next[index] = target.value === "" ? null : Number(target.value);
    form.enter("vesting", next, !target.validity.badInput);
  };
  return html`
    <fieldset class="tool-field offer-vesting" aria-describedby=${problem ? "offer-vesting-problem" : nothing}>
      <legend>Percent of the grant that vests in each year</legend>
      ${[0, 1, 2, 3, 4].map(
        (index) => html`
        <label>Year ${index + 1} <input type="number" inputmode="decimal" step="any" min="0" max="100" autocomplete="off"
          .value=${live(shares[index] === null || shares[index] === undefined ? "" : String(shares[index]))}
          aria-invalid=${problem ? "true" : "false"} @input=${(event) => enter(index, event)} @change=${form.leave}></label>`,
      )}
      ${problem ? html`<p class="tool-problem" id="offer-vesting-problem">${problem}</p>` : nothing}
    </fieldset>`;
}
