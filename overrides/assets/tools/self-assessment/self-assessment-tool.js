// The self-assessment: a choice in each row, the totals so far, and at the end the result with its reasons.

import { fetchData } from "../shared/data.js";
import { askFirst } from "../shared/dialogs.js";
import { ToolElement } from "../shared/element.js";
import { printOnly } from "../shared/output/output.js";
import { collapsible } from "../shared/parts.js";
import { html, live, nothing } from "../vendor/lit.js";
import { ANSWERS, changesOf, resultOf, rowsFor } from "./scoring.js";

const KIND = "self-assessment"; // one record a row: { answer: "a" }
const COLUMNS = { a: "column A, the work of a PM", b: "column B, the work of a PMM" };
const OPTIONS = { both: "Both fit", neither: "Neither fits" };
const IN_WORDS = { a: "A", b: "B", both: "both fit", neither: "neither fits" };

const EITHER = new Intl.ListFormat("en", { type: "disjunction" });

const points = (count) => `${count}\u00a0${count === 1 ? "point" : "points"}`;

// The result in a few words.
function worded({ kind, side }) {
  if (kind === "unknown") return "too little known";
  if (kind === "undecided") return "undecided";
  return `${kind === "clear" ? "a clear lean" : "a lean"} toward ${COLUMNS[side]}`;
}

// In short, what the page's section "Read the result" says.
const ADVICE = {
  clear: "Now test it. For the column you chose, can you name an event behind every check mark?",
  slight:
    "Parts of the other job suit you as well. The rows that went against your lean tell you which kind of team to look for.",
  undecided:
    "The totals are three points apart or less, so the table cannot decide. That is a result: you could be happy in either job.",
  unknown: "Neither fits in a third of the rows or more. Talk to one PM and one PMM, and come back to this page.",
};

// As Map.groupBy, which browsers before 2024 lack.
function groupedBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

class SelfAssessmentTool extends ToolElement {
  static kinds = [KIND];
  static properties = { answers: { state: true }, asking: { state: true } };

  async prepare() {
    this.rows = await fetchData("self-assessment");
    this.row = new Map(this.rows.map((row) => [row.id, row]));
  }

  async recall() {
    const records = await this.readNewest(() => this.store.list(KIND));
    if (!records) return;
    this.answers = Object.fromEntries(
      records.filter(({ id }) => this.row.has(id)).map(({ id, value }) => [id, value.answer]),
    );
  }

  get missing() {
    return this.rows.filter(({ id }) => !this.answers[id]).length;
  }

  async choose(id, answer) {
    const before = this.missing;
    this.answers = { ...this.answers, [id]: answer }; // shown before it is saved
    await this.write(() => this.store.change(KIND, id, () => ({ answer })));
    if (before && !this.missing) this.say("All rows are answered. Your result is below.");
  }

  #goOn() {
    const next = this.rows.findIndex(({ id }) => !this.answers[id]);
    this.querySelectorAll("fieldset")[next].querySelector("input").focus();
  }

  #erase() {
    return Promise.all(Object.keys(this.answers).map((id) => this.store.change(KIND, id, () => undefined)));
  }

  render() {
    return html`
      ${this.rows.map((row, index) => this.#pair(row, index + 1))}
      ${this.notes()}
      <div class="assessment-result">${this.missing ? this.#soFar() : this.#result()}</div>
      ${this.missing < this.rows.length ? this.#actions() : nothing}`;
  }

  #pair(row, number) {
    return html`
      <fieldset class="assessment-pair">
        <legend>${number}. ${row.theme} <span class="muted">(${points(row.points)})</span></legend>
        ${ANSWERS.map(
          (answer) => html`
          <label class=${`assessment-choice assessment-choice--${answer}`}>
            <input type="radio" name=${row.id} .checked=${live(this.answers[row.id] === answer)} @change=${() => this.choose(row.id, answer)}>
            <span>${OPTIONS[answer] ?? html`<b>${IN_WORDS[answer]}. </b>${row[answer]}`}</span>
          </label>`,
        )}
      </fieldset>`;
  }

  // Does not name the tracks: knowing where the total is heading would sway the answers.
  #soFar() {
    const { a, b } = resultOf(this.rows, this.answers);
    return html`
      <p>So far: column A ${points(a)}, column B ${points(b)}. ${this.missing} of ${this.rows.length} rows still need an answer.</p>
      ${this.missing < this.rows.length ? html`<p class="tool-actions"><button type="button" class="md-button" @click=${this.#goOn}>Go to the next open row</button></p>` : nothing}`;
  }

  #result() {
    const result = resultOf(this.rows, this.answers);
    return html`
      <h3>Your result: ${worded(result)}</h3>
      <p>Column A, the work of a PM, has ${points(result.a)}. Column B, the work of a PMM, has ${points(result.b)}. All rows together hold ${result.of}. ${result.left ? `Neither fits in ${result.left} of ${this.rows.length} rows.` : ""}</p>
      <p>${ADVICE[result.kind]} <a href="#read-the-result">Read the result</a> says more. It says where you lean today, and not how good you would be.</p>
      ${result.side ? this.#reasons(result.side) : ["a", "b"].map((side) => this.#ticked(`What spoke for ${COLUMNS[side]}`, side))}
      ${this.#changes()}`;
  }

  #reasons(side) {
    return [this.#ticked("What decided", side), this.#ticked("What went against it", side === "a" ? "b" : "a")];
  }

  #ticked(title, side) {
    const ids = rowsFor(this.rows, this.answers, side);
    if (!ids.length) return html`<h4>${title}</h4><p>None of your answers.</p>`;
    return collapsible(
      html`<h4>${title}</h4> (${ids.length} ${ids.length === 1 ? "row" : "rows"})`,
      html`<ul>${ids.map((id) => this.#reason(this.row.get(id), side))}</ul>`,
    );
  }

  #reason(row, side) {
    return html`<li><b>${row.theme}</b> (${points(row.points)}). ${row[side]} <span class="assessment-why">${row.why}</span></li>`;
  }

  #changes() {
    const changes = groupedBy(changesOf(this.rows, this.answers), worded);
    return html`
      <h4>What would change it</h4>
      ${changes.size ? html`<p>Each of these answers alone would change the result. Be most sure of them.</p>` : html`<p>No single answer would. It takes two or more.</p>`}
      ${[...changes].map(
        ([result, toIt]) => html`
        <p>It would be <b>${result}</b> with:</p>
        <ul>${[...groupedBy(toIt, ({ id }) => id)].map(
          ([id, ways]) => html`
          <li><b>${this.row.get(id).theme}: </b>${EITHER.format(ways.map(({ to }) => IN_WORDS[to]))}, in place of ${IN_WORDS[this.answers[id]]}</li>`,
        )}
        </ul>`,
      )}`;
  }

  #actions() {
    const words = {
      button: "Erase my answers",
      question: "This erases your answers to all rows.",
      yes: "Erase them",
      no: "Keep them",
      done: "Your answers are erased.",
    };
    return html`
      <div class="tool-actions">
        <button type="button" class="md-button" @click=${() => printOnly(this)}>Print</button>
        ${askFirst(this, words, { erase: () => this.#erase(), place: "input" })}
      </div>`;
  }
}

customElements.define("self-assessment-tool", SelfAssessmentTool);
