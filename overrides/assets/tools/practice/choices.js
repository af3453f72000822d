// The form in which a reader chooses which questions are drawn.

import { countField } from "../shared/fields/count-field.js";
import { html } from "../vendor/lit.js";

const MOST_A_DAY = 30;
const TRACKS = { pm: "PM", pmm: "PMM", both: "PM and PMM" };
const LEVELS = ["", "61", "63", "65"];

/** `names`: { categories, competencies, scopes }, each { id: name }; `choose(change)` gets what changed. */
export const choicesForm = ({ choices, names, choose }) => html`
  <fieldset class="tool-field"><legend>Track</legend>
    <p class="tool-actions">${Object.entries(TRACKS).map(
      ([track, name]) => html`
      <label class="tool-choice"><input type="radio" name="practice-track" .checked=${choices.track === track} @change=${() => choose({ track })}> ${name}</label>`,
    )}</p>
    <p class="muted">Questions for both tracks are always among them.</p>
  </fieldset>
  <fieldset class="tool-field"><legend>Level you prepare for</legend>
    <p class="tool-actions">${LEVELS.map(
      (level) => html`
      <label class="tool-choice"><input type="radio" name="practice-level" .checked=${choices.level === level} @change=${() => choose({ level })}> ${level || "Any"}</label>`,
    )}</p>
    <p class="muted">Its line comes first after each answer. No question is left out.</p>
  </fieldset>
  ${countField({ id: "practice-size", label: "Questions a day", value: choices.size, low: 1, high: MOST_A_DAY, take: (size) => choose({ size }) })}
  <p><label class="tool-choice"><input type="checkbox" .checked=${Boolean(choices.warmUps)} @change=${({ target }) => choose({ warmUps: target.checked })}> Warm-ups too: trivia, rare in a loop</label></p>
  ${checks("Kind of question", "categories", choices, names, choose)}
  ${checks("Competency", "competencies", choices, names, choose)}
  ${checks("How the question is known", "scopes", choices, names, choose)}`;

function checks(title, list, choices, names, choose) {
  const chosen = choices[list];
  const toggle = (id) =>
    choose({ [list]: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] });
  return html`
    <details class="practice__checks"><summary>${title}: ${chosen.length ? `${chosen.length} chosen` : "all"}</summary>
      <fieldset><legend class="visually-hidden">${title}</legend>${Object.entries(names[list]).map(
        ([id, name]) => html`
        <label class="tool-choice"><input type="checkbox" .checked=${chosen.includes(id)} @change=${() => toggle(id)}> ${name}</label>`,
      )}
      </fieldset>
      <p class="muted">Nothing checked means all.</p>
    </details>`;
}
