// The form before a mock interview.

import { html } from "../../vendor/lit.js";
import { LOOP } from "../draw.js";

const TRACKS = { pm: "PM", pmm: "PMM" };
const MODES = { alone: "Alone", partner: "With a partner" };
const LEVELS = ["61", "63", "65"];

/** `choices`: { track, level, chosen, mode }; `choose(change)` gets what changed. */
export const setupForm = ({ choices, rounds, choose, start }) => html`
  <h2 tabindex="-1">Your interview</h2>
  ${radios("Track", "track", TRACKS, choices, choose)}
  ${radios("Level you are interviewing for", "level", Object.fromEntries(LEVELS.map((level) => [level, level])), choices, choose)}
  <div class="tool-field"><label for="mock-round">Round</label>
    <select id="mock-round" @change=${({ target }) => choose({ chosen: target.value })}>
      <option value="loop" ?selected=${choices.chosen === "loop"}>A whole loop: ${LOOP} rounds</option>
      ${rounds
        .filter(({ track }) => track === choices.track)
        .map(
          ({ id, type, minutes }) =>
            html`<option value=${id} ?selected=${choices.chosen === id}>${type}, ${minutes} min</option>`,
        )}
    </select></div>
  ${radios("Who asks", "mode", MODES, choices, choose)}
  <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${start}>${choices.mode === "partner" ? "Make the interviewer’s sheet" : "Start"}</button></p>`;

const radios = (legend, name, options, choices, choose) => html`
  <fieldset class="tool-field tool-choices"><legend>${legend}</legend>
    ${Object.entries(options).map(([value, text]) => html`<label><input type="radio" name="mock-${name}" .checked=${choices[name] === value} @change=${() => choose({ [name]: value })}> ${text}</label>`)}
  </fieldset>`;
