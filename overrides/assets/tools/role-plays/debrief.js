// After a role-play: what you noticed, then what they wanted, then the rubric; and the history of a role-play.

import { longDay } from "../shared/dates.js";
import { html, live, nothing } from "../vendor/lit.js";
import { outcomeView, RESULTS } from "./conversation.js";
import { costsOf, walk } from "./rehearsal.js";

const RATINGS = { weak: "Weak", mixed: "Mixed", strong: "Strong" };
const MODES = { alone: "Alone", partner: "With a partner" };
const QUESTIONS = {
  needed: "What did they need? One sentence.",
  offered: "What did you offer, and by when?",
  quote: "One sentence of yours, word for word",
};

/** `debrief`: { play, record, isShown, note(field, value), show(), again() }; `record` as it is saved. */
export const debriefView = (debrief) => html`
  <h3 class="rehearsal-next" tabindex="-1">What you noticed</h3>
  <p>Write before you look. It is saved as you type.</p>
  ${Object.keys(QUESTIONS).map((field) => question(debrief, field))}
  ${debrief.isShown ? answers(debrief) : html`<p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${debrief.show}>Show what they wanted</button></p>`}`;

const question = ({ record, note }, field) => html`
  <div class="tool-field">
    <label for="rehearsal-${field}">${QUESTIONS[field]}</label>
    <textarea id="rehearsal-${field}" class="rehearsal-line" dir="auto" .value=${live(record[field] ?? "")} @input=${(event) => note(field, event.target.value)}></textarea>
  </div>`;

const answers = (debrief) => html`
  <h3 class="rehearsal-shown" tabindex="-1">What they wanted, and did not say</h3>
  <p>${debrief.play.hidden_incentive}</p>
  ${debrief.record.mode === "alone" ? costs(debrief) : nothing}
  <p><b>A good path.</b></p>
  <ol>${debrief.play.good_path.map((step) => html`<li>${step}</li>`)}</ol>
  <p><b>The trap. </b>${debrief.play.trap}</p>
  <h3>Judge it by the rubric</h3>
  <div class="panels">${Object.entries(RATINGS).map(
    ([key, name]) => html`
    <div class="panel panel--${key}"><p class="panel__head">${name}</p><ul>${debrief.play.rubric[key].map((signal) => html`<li>${signal}</li>`)}</ul></div>`,
  )}
  </div>
  ${rating(debrief, "self", "You judge yourself")}
  ${debrief.record.mode === "partner" ? rating(debrief, "partner", "Your partner judges you, and quotes the sentence that led to it") : nothing}
  <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${debrief.again}>Back to the list</button></p>`;

// Better replies, turn by turn. Rehearsals from before role-plays had turns have only notes.
function costs({ play, record }) {
  if (!record.path) return nothing;
  const { steps, ending, trust } = walk(play, record.path);
  const found = costsOf(play, record.path);
  return html`
    ${ending ? outcomeView(ending, trust) : nothing}
    ${
      found.length
        ? html`<p><b>Where a better reply was available</b>, ${found.length} of ${steps.length}:</p>
    <ul>${found.map(
      ({ turn, reply, better }) => html`
      <li><span class="said">“${turn.they_say}”</span> <b>They wanted: </b>${turn.they_want} <b>You said: </b>${reply.say} <b>Better: </b>${better.say}</li>`,
    )}</ul>`
        : html`<p>You found the strong reply each time. Say the same in your own words tomorrow, with nothing to choose from.</p>`
    }`;
}

const rating = ({ record, note }, field, legend) => html`
  <fieldset class="tool-field tool-choices">
    <legend>${legend}</legend>
    ${Object.entries(RATINGS).map(
      ([key, name]) => html`
      <label><input type="radio" name="rehearsal-${field}" .checked=${live(record[field] === key)} @change=${() => note(field, key)}> ${name}</label>`,
    )}
  </fieldset>`;

/** `records`: those of one role-play, oldest first. One without a rating can be resumed: `goOn(record)`. */
export const historyView = (play, records, goOn) => html`
  <h4>Your rehearsals</h4>
  <ul>${records.map(
    ({ id, value: record }) => html`
    <li><b>${longDay(record.day)}, ${MODES[record.mode].toLowerCase()}. </b>${reached(play, record)} ${rated(record)} ${weakCount(record)}
      ${Object.keys(QUESTIONS).map((field) => (record[field]?.trim() ? html`<br><span class="muted">${QUESTIONS[field]}</span> <span dir="auto">${record[field]}</span>` : nothing))}
      ${record.self ? nothing : html`<div class="tool-actions"><button type="button" class="md-button" @click=${() => goOn({ id, value: record })}>Continue this debrief</button></div>`}</li>`,
  )}
  </ul>`;

const rated = ({ self, partner }) =>
  [self && `You: ${self}.`, partner && `Your partner: ${partner}.`].filter(Boolean).join(" ") || "Not judged.";

const reached = (play, { path }) => {
  const { ending } = walk(play, path);
  return path && ending ? `${RESULTS[ending.result]}.` : "";
};

// For a rehearsal saved before the role-plays had turns.
const weakCount = ({ said }) =>
  said ? `Weak replies: ${said.filter((kind) => kind === "weak").length} of ${said.length}.` : "";
