// The fields of the offer form. Each hands on what was entered: `form.tool.enter(field, value, typing)`. For a number,
// `typing` = { key, text, problem }: its field, its text, and a sentence if that can't be read.

import { grouped } from "../../shared/counts.js";
import { problemLine } from "../../shared/rendering/problem-line.js";
import { html, live, nothing, repeat } from "../../vendor/lit.js";
import { fieldOf, spoken, takes } from "../checks.js";
import { readNumber } from "../sums/numbers.js";

const fieldId = (field) => `offer-${field}`;

const isPlain = (value) => typeof value !== "number";

// The text of a number field: what the reader typed while they are in it, otherwise the value, with dollars grouped. A
// field is never reformatted while someone types in it.
function textOf(form, key, value, kind) {
  if (form.tool.texts[key] !== undefined) return live(form.tool.texts[key]);
  if (isPlain(value)) return live("");
  return live(kind === "dollars" ? grouped(value) : String(value));
}

// A focused field shows plain digits, since a group separator left over from editing could be read as a decimal point.
// A press removes them before the browser places the caret, so the caret stays where the press was.
async function entered({ target, type }, form, key, value) {
  if (isPlain(value) || form.tool.texts[key] !== undefined) return;
  target.value = value;
  await form.tool.hold(key, target.value);
  if (type === "focus") target.select(); // as browsers do for keyboard focus
}

// Reads what is typed into the field `key`; `enter` puts the value where it belongs.
function typed({ target }, key, { kind, accepts, read: enter }) {
  const read = readNumber(target.value, kind, accepts);
  enter(read.value ?? null, { key, text: target.value, problem: read.problem ?? "" });
}

// A number field. A new element replaces it soon after the reader has edited and left it: otherwise the browser's undo
// would mix digits typed before into the text that the tool wrote.
function numberInput(form, key, settings) {
  const { value, kind, problem, id = "", described = "", mode = "decimal" } = settings;
  const enter = (event) => entered(event, form, key, value);
  const leave = ({ target }) => target === document.activeElement || form.tool.settle(key, target); // switching windows keeps the focus
  return repeat(
    [`${form.tool.chosen} ${form.tool.turns[key]}`],
    (turn) => turn,
    () => html`<input id=${id || nothing} type="text" inputmode=${mode} autocomplete="off" .value=${textOf(form, key, value, kind)}
      aria-invalid=${problem ? "true" : "false"} aria-describedby=${described || nothing} @mousedown=${enter} @focus=${enter}
      @input=${(event) => typed(event, key, settings)} @change=${() => form.tool.leave()} @blur=${leave}>`,
  );
}

/**
 * A number field with its value in dollars beside it, a hint, and the problem once the reader has moved on: then the
 * focus is elsewhere, so a screen reader has to be told.
 */
export function numberField(form, field, label, hint = "") {
  const range = fieldOf(field, form.lists.terms);
  const { kind } = range;
  const accepts = (number) => takes(number, range);
  const [value, id, problem] = [form.offer[field] ?? null, fieldId(field), form.problems[field] ?? ""];
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  const read = (number, typing) => form.tool.enter(field, number, typing);
  const mode = field === "change" ? "text" : "decimal"; // may be negative, and a phone's keys for decimals hold no minus
  const isTyped = form.tool.texts[field] !== undefined;
  return html`
    <div class="tool-field">
      <label for=${id}>${label}</label>
      <span class="offer-input">
        ${kind === "dollars" ? html`<span aria-hidden="true">$</span>` : nothing}
        ${numberInput(form, field, { value, kind, accepts, read, problem, id, described, mode })}
        <span class="muted">${kind === "dollars" && isTyped && value !== null ? spoken(value) : kind === "percent" ? "percent" : ""}</span>
      </span>
      ${hint ? html`<p class="muted" id="${id}-hint">${hint}</p>` : nothing}
      ${problemLine(problem, `${id}-problem`)}
    </div>`;
}

/** options = [[value, name], ...]; `read` turns the text of an option into the value that is saved. */
export function choiceField(form, field, label, options, { hint = "", read = (text) => text } = {}) {
  const id = fieldId(field);
  const saved = form.offer[field];
  return html`
    <div class="tool-field">
      <label for=${id}>${label}</label>
      <select id=${id} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${({ target }) => form.tool.enter(field, read(target.value))}>
        ${options.map(([value, name]) => html`<option value=${value} .selected=${value === (saved ?? "")}>${name}</option>`)}
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
        @input=${({ target }) => form.tool.enter(field, target.value)}>
    </div>`;
}

/** The shares of a grant that vest in each of five years. */
export function vestingFields(form) {
  const shares = form.offer.vesting ?? [];
  const problem = form.problems.vesting ?? "";
  const enter = (index) => (number, typing) => {
    const next = Array.from({ length: 5 }, (_, year) => shares[year] ?? null);
    next[index] = number;
    form.tool.enter("vesting", next, typing);
  };
  return html`
    <fieldset class="tool-field offer-vesting" aria-describedby=${problem ? "offer-vesting-problem" : nothing}>
      <legend>Percent of the grant that vests in each year</legend>
      ${[0, 1, 2, 3, 4].map(
        (index) => html`
        <label>Year ${index + 1} ${numberInput(form, `vesting-${index}`, { value: shares[index], kind: "percent", read: enter(index), problem })}</label>`,
      )}
      ${problemLine(problem, "offer-vesting-problem")}
    </fieldset>`;
}
