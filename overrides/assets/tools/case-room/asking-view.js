// A case while it runs: the question to the interviewer, what is known so far, and the reader's own answer.

import { html, live, nothing } from "../vendor/lit.js";
import { picks } from "./matching.js";
import "../shared/timer/tool-timer.js";

/** The facts that the interviewer has given, in the order of the case. */
export function knownFacts(facts, asked) {
  if (!asked.length) return nothing;
  return html`
    <h4>What you know now</h4>
    <dl class="pairs">${facts
      .filter(({ id }) => asked.includes(id))
      .map(({ ask, fact }) => html`<div><dt>${ask}</dt><dd>${fact}</dd></div>`)}</dl>`;
}

/**
 * `given`: the case, its record, and `typed`, the question so far; `answer`: the interviewer's last; `type(text)`,
 * `ask(question)`, by default the typed one, `note(text)` and `end()` are called as the reader does so.
 */
export function askingView(given) {
  const { theCase, record, answer, ask, note, end } = given;
  return html`
    <tool-timer mode="down" minutes=${theCase.minutes}></tool-timer>
    <p>Ask for what you need to know, as you would in the room. Nothing is handed out that you don’t ask for.</p>
    ${questionForm(given)}
    <p role="status" class=${answer ? "case-room-answer" : ""}>${answer && `Interviewer: ${answer}`}</p>
    <details><summary>Pick a question instead</summary><ul class="tool-list">${picks(theCase.facts).map(
      (question) =>
        html`<li><button type="button" class="tool-choice" @click=${() => ask(question)}>${question}</button></li>`,
    )}</ul></details>
    ${knownFacts(theCase.facts, record.asked)}
    <div class="tool-field">
      <label for="case-room-notes">Your answer, in key words. Say it aloud.</label>
      <textarea id="case-room-notes" dir="auto" .value=${live(record.notes ?? "")} @input=${(event) => note(event.target.value)}></textarea>
    </div>
    <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${end}>I have answered</button></p>`;
}

function questionForm({ typed, type, ask }) {
  const submit = (event) => {
    event.preventDefault();
    ask();
  };
  return html`
    <form class="tool-field" @submit=${submit}>
      <label for="case-room-ask">Your question to the interviewer</label>
      <input id="case-room-ask" type="text" autocomplete="off" dir="auto" maxlength="200" .value=${live(typed)} @input=${(event) => type(event.target.value)}>
      <p class="tool-actions"><button type="submit" class="md-button md-button--primary">Ask</button></p>
    </form>`;
}
