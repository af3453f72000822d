// A case that is over: what the reader assumed instead of asking, beside a strong answer.

import { pageAddress } from "../shared/data.js";
import { longDay } from "../shared/dates.js";
import { html, nothing } from "../vendor/lit.js";
import { knownFacts } from "./asking-view.js";
import { unaskedOf } from "./matching.js";

/** `again()` starts the case anew; `erasing`: the button that erases its runs. */
export function debriefView({ theCase, record, again, erasing }) {
  const { asked, missed, notes, day } = record;
  return html`
    <h4 class="case-room-assumed" tabindex="-1">What you assumed before you asked</h4>
    ${assumptions(theCase.facts, asked)}
    ${missed.length ? html`<p><b>Asked, but not available: </b>${missed.join(" · ")} <br>Say what you assume in its place.</p>` : nothing}
    <h4>A strong answer</h4>
    <ul>${theCase.strong_answer.map((point) => html`<li>${point}</li>`)}</ul>
    ${notes?.trim() ? html`<p><b>Yours, ${longDay(day)}:</b> <span dir="auto">${notes}</span></p>` : nothing}
    ${knownFacts(theCase.facts, asked)}
    <p><a href=${pageAddress(theCase.page)}>The whole case</a>: every fact with its source, curveballs, numbers and the rubric.</p>
    <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${again}>Try it again</button></p>
    <div class="tool-actions">${erasing}</div>`;
}

function assumptions(facts, asked) {
  const unasked = unaskedOf(facts, asked);
  if (!unasked.length)
    return html`<p>You asked for everything there was. In the room, ask only for what changes your answer.</p>`;
  return html`
    <p>You asked for ${asked.length} of ${facts.length} facts. Without the others, you assumed:</p>
    <dl class="pairs">${unasked.map(
      ({ ask, fact, unasked: assumed }) =>
        html`<div><dt>${assumed}</dt><dd><b>Ask: </b>${ask} <b>You would have heard: </b>${fact}</dd></div>`,
    )}</dl>`;
}
