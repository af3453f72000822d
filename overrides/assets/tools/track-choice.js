// The choice of a track that all tools share, as radio buttons.
import { TRACK_NAMES } from "./marks.js";
import { html } from "./tool-element.js";
import { live } from "./vendor/lit.js";
import { useStyles } from "./styles.js";

useStyles("choices.css");

export const trackChoice = (chosen, choose) => html`
  <fieldset class="tool-field tool-choices">
    <legend>Your track</legend>
    ${Object.entries(TRACK_NAMES).map(([track, name]) => html`
      <label><input type="radio" name="track" value=${track} .checked=${live(track === chosen)} @change=${() => choose(track)}> ${name}</label>`)}
  </fieldset>`;
