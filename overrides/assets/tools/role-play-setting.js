// What the candidate knows of a role-play, and nothing more.
import { html } from "./tool-element.js";

export const candidateCard = (play) => html`
  <dl class="pairs">
    <div><dt>Setting</dt><dd>${play.setting}</dd></div>
    <div><dt>You are</dt><dd>${play.you_are}</dd></div>
    <div><dt>Across from you</dt><dd>${play.counterpart}</dd></div>
  </dl>
  <p>They open. Ask before you answer, and end with who does what by when.</p>`;
