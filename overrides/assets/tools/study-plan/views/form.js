// The answers a plan is made from, as a form.

import { daysAfter } from "../../shared/dates.js";
import { today } from "../../shared/today.js";
import { TRACK_NAMES } from "../../shared/track/track.js";
import { html, nothing } from "../../vendor/lit.js";
import { fromAddress } from "../address.js";
import { namesOf } from "../text.js";

export { recallWeak } from "../../shared/review/weak.js";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const HOURS = 5;
const UNDATED = { loop: "", hours: HOURS, off: [], weak: [] };

/**
 * It starts with the answers of the existing plan, or with `track` and `judgedWeak`, ids of competencies, and with what
 * the address asks for. `problems` by field; `send` gets the answers.
 */
export function planForm({ plan, track, competencies, judgedWeak, problems, send }) {
  const answers = { ...(plan ?? { ...UNDATED, track, weak: judgedWeak }), ...fromAddress() };
  return drawn({ answers, competencies, judgedWeak, problems, first: daysAfter(today(), 1), send });
}

const drawn = ({ answers, competencies, judgedWeak, problems, first, send }) => html`
  <form class="plan-form" novalidate @submit=${(event) => {
    event.preventDefault();
    send(answersOf(event.target));
  }}>
    <fieldset class="tool-field tool-choices"><legend>Your track</legend>
      ${Object.entries(TRACK_NAMES).map(([track, name]) => html`<label><input type="radio" name="track" value=${track} .checked=${track === answers.track}> ${name}</label>`)}
    </fieldset>
    <div class="plan-form__pair">
      <div class="tool-field"><label for="plan-loop">Date of the loop</label>
        <input id="plan-loop" name="loop" type="date" min=${first} .value=${answers.loop} aria-invalid=${Boolean(problems.loop)}>
        ${problem(problems.loop)}</div>
      <div class="tool-field"><label for="plan-hours">Hours a week</label>
        <input id="plan-hours" name="hours" type="text" inputmode="decimal" autocomplete="off" .value=${String(answers.hours)} aria-invalid=${Boolean(problems.hours)}>
        ${problem(problems.hours)}</div>
    </div>
    <fieldset class="tool-field tool-choices plan-form__days"><legend>Days off</legend>
      ${DAYS.map((name, day) => html`<label><input type="checkbox" name="off" value=${day} .checked=${answers.off.includes(day)}> ${name}</label>`)}
      ${problem(problems.off)}
    </fieldset>
    <fieldset class="tool-field tool-choices"><legend>Where you feel weak</legend>
      ${competencies.map(({ id, name }) => html`<label><input type="checkbox" name="weak" value=${id} .checked=${answers.weak.includes(id)}> ${name}</label>`)}
      <p class="muted">Each gets a question early in the plan, and rounds that train it come again first. Leave these empty if you do not know yet.</p>
      ${judgedWeak.length ? html`<p class="muted">Weak or mixed last time, in practice or a mock interview: ${namesOf(judgedWeak, competencies)}.</p>` : nothing}
    </fieldset>
    <p class="tool-actions"><button class="md-button md-button--primary">Make the plan</button></p>
  </form>`;

// An alert and no description of its field: Firefox says none of a date or a group, and Chromium says one twice, with the
// focus and as it changes. No paragraph, unlike problem-line.js: its margins would part it from its field.
const problem = (text) => (text ? html`<span class="tool-problem" role="alert">${text}</span>` : nothing);

function answersOf(form) {
  const data = new FormData(form);
  return {
    track: data.get("track"),
    loop: data.get("loop"),
    hours: data.get("hours"), // as typed: save-plan.js reads it
    off: data.getAll("off").map(Number),
    weak: data.getAll("weak"),
  };
}
