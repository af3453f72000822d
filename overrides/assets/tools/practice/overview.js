// The view before a set: what is due today, and shorter sessions.

import { whenWords } from "../shared/review/review.js";
import { html, nothing } from "../vendor/lit.js";

const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/**
 * `tally`: counts of what fits the choices; `weak`: names of competencies; `ids`: today's set; `seen`, `done`, `day`:
 * as in saved.js.
 */
export function overview({ tally, weak, ids, seen, done, day, start, more }) {
  const open = ids.filter((id) => !done.includes(id));
  const due = open.filter((id) => seen[id]).length;
  return html`
    <h2 tabindex="-1">Today’s set</h2>
    ${
      open.length
        ? html`
      <p>${done.length ? `${done.length} done today, ` : ""}${count(open.length, "question")} to go: ${due} due again, ${open.length - due} new.</p>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${start}>${done.length ? "Continue" : "Start"}</button></p>`
        : nothingOpen(done, tally, day, more)
    }
    <p class="muted">In what you chose: ${tally.due} due today, ${tally.fresh} never tried, ${tally.later} waiting for their day.</p>
    ${weak.length ? html`<p class="muted">Weak or mixed last time, here or in a mock interview: ${weak.join(", ")}. Questions on these come more often.</p>` : nothing}`;
}

function nothingOpen(done, tally, day, more) {
  return html`
    <p>${done.length ? `Done for today: ${count(done.length, "answer")}.` : "Nothing to do today in what you chose."}
      ${tally.next ? `The next one is due ${whenWords(tally.next, day)}.` : nothing}</p>
    ${
      tally.due + tally.fresh
        ? html`<p class="tool-actions"><button type="button" class="md-button" @click=${more}>Practice more today</button></p>`
        : html`<p>Choose more kinds or competencies under “What is drawn” if you want to go on.</p>`
    }`;
}

const TRACKS = { pm: "PM", pmm: "PMM", both: "Both" };

/** The form before the first set is drawn. */
export const trackFirst = (choose) => html`
  <h2 tabindex="-1">Which role do you practice for?</h2>
  <p class="tool-actions">${Object.entries(TRACKS).map(
    ([track, name]) => html`
    <button type="button" class="md-button" @click=${() => choose(track)}>${name}</button>`,
  )}</p>`;

/** Short sessions in place of the day's set. `kinds`: { id: name }; `session(name)` and `one(kind)` start one. */
export const sessions = ({ kinds, session, one }) => html`
  <h3>Short of time?</h3>
  <p class="tool-actions">
    <button type="button" class="md-button" @click=${() => session("ten")}>Ten minutes</button>
    <button type="button" class="md-button" @click=${() => session("loop")}>Before the loop</button>
  </p>
  <div class="tool-field"><label for="practice-kind">One kind of question</label>
    <select id="practice-kind" @change=${({ target }) => target.value && one(target.value)}>
      <option value="">Any kind</option>
      ${Object.entries(kinds).map(([id, name]) => html`<option value=${id}>${name}</option>`)}
    </select></div>`;
