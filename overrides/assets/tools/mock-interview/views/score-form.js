// The scorecard, filled in once the interview is over.

import { html } from "../../vendor/lit.js";
import { levelLines } from "./rubric-view.js";

/** What is written on the scorecard inside `element`: { keep, change, notes }, without what is empty. */
export function writtenWords(element) {
  const text = (name) => element.querySelector(`[name=${name}]`).value.trim();
  return Object.fromEntries(["keep", "change", "notes"].map((name) => [name, text(name)]).filter(([, words]) => words));
}

/**
 * `round`: as in mock-round.js; `choose(score)` gets 1 to 5; `save()` checks and saves. `problem`, what it found, is
 * beside its button: above the scores it would be two screens away on a phone.
 */
export function scoreForm({ round, level, mode, problem, choose, save }) {
  const { scores, question } = round;
  return html`
    <h3 id="mock-score" tabindex="-1">${mode === "partner" ? "What your partner gave you" : "Your score"}</h3>
    ${scoreChoices(scores.levels, choose)}
    ${levelLines(scores.byLevel, level)}
    <p><strong>Red flag: </strong>${scores.redFlag}</p>
    <details><summary>A strong answer to this question</summary><ul>${question.strong.map((point) => html`<li>${point}</li>`)}</ul>${levelLines(question.levels, level)}</details>
    <div class="tool-field"><label for="mock-keep">One thing to keep</label><input id="mock-keep" name="keep" type="text" autocomplete="off"></div>
    <div class="tool-field"><label for="mock-change">One thing to change</label><input id="mock-change" name="change" type="text" autocomplete="off"></div>
    ${problem}<p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${save}>Save the scorecard</button></p>`;
}

const scoreChoices = (levels, choose) => html`
  <fieldset class="tool-field mock__scores"><legend class="visually-hidden">Score</legend>
    ${levels.map(
      (text, at) =>
        html`<label><input type="radio" name="score" value=${at + 1} @change=${() => choose(at + 1)}> <span><strong>${at + 1}</strong>${` ${text}`}</span></label>`,
    )}
  </fieldset>`;
