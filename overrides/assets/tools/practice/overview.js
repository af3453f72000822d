// The view before a set: what is due today, and shorter sessions.

import { whenWords } from "../shared/review/review.js";
import { html, nothing } from "../vendor/lit.js";
import { pickQuestions } from "./question-picker.js";

const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** The whole view. What few readers open is loaded on demand. */
export function overview(tool) {
  const { bank, choices, now, form, history, saved } = tool;
  if (!tool.hasTrack) return trackFirst((track) => tool.choose({ track }));
  const { competencies } = bank.names;
  return html`
    ${todaysSet({ ...now, weak: now.weak.map((id) => competencies[id]), tally: tool.tally, ids: pickQuestions(now), start: () => tool.once(tool.start), more: () => tool.once(tool.more) })}
    ${sessions({ kinds: bank.kindsOf(choices.track), session: (name) => tool.once(() => tool.session(name)), only: (kind) => tool.once(() => tool.only(kind)) })}
    <details @toggle=${tool.openChoices}><summary>What is drawn</summary>${form?.({ choices, names: bank.names, choose: (change) => tool.choose(change) })}</details>
    <details @toggle=${tool.openHistory}><summary>Your history</summary>${history?.({
      saved,
      questions: bank.questions,
      names: competencies,
      textOf: (id) => bank.textOf(id),
      open: (ids) => tool.openCompetency(ids),
    })}</details>`;
}

/**
 * `tally`: counts of what fits the choices; `weak`: names of competencies; `ids`: today's set; `seen`, `done`, `day`:
 * as in saved.js.
 */
function todaysSet({ tally, weak, ids, seen, done, day, start, more }) {
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
const trackFirst = (choose) => html`
  <h2 tabindex="-1">Which role do you practice for?</h2>
  <p class="tool-actions">${Object.entries(TRACKS).map(
    ([track, name]) => html`
    <button type="button" class="md-button" @click=${() => choose(track)}>${name}</button>`,
  )}</p>`;

/** Short sessions in place of the day's set. `kinds`: { id: name }; `session(name)` and `only(kind)` start one. */
const sessions = ({ kinds, session, only }) => html`
  <h3>Short of time?</h3>
  <p class="tool-actions">
    <button type="button" class="md-button" @click=${() => session("ten")}>Ten minutes</button>
    <button type="button" class="md-button" @click=${() => session("loop")}>Before the loop</button>
  </p>
  <div class="tool-field"><label for="practice-kind">One kind of question</label>
    <select id="practice-kind" @change=${({ target }) => target.value && only(target.value)}>
      <option value="">Any kind</option>
      ${Object.entries(kinds).map(([id, name]) => html`<option value=${id}>${name}</option>`)}
    </select></div>`;
