// With a partner: the link to give them, and the sheet that it opens.

import { html, nothing, svg } from "../../vendor/lit.js";
import { encode } from "../../vendor/uqr.js";
import { markList, rubric } from "./rubric-view.js";

export const partnerLink = ({ address, copied, copy, go }) => html`
  <h2 tabindex="-1">Give this to your partner</h2>
  <p>The link opens the interviewer’s sheet: questions, follow-ups, curveballs and the rubric. Don’t open it yourself.</p>
  ${qrPicture(address)}
  <p><label for="mock-link">Link</label> <input id="mock-link" class="mock__link" type="text" readonly .value=${address} @focus=${({ target }) => target.select()}></p>
  <p class="tool-actions">
    <button type="button" class="md-button" @click=${copy}>${copied ? "Copied" : "Copy the link"}</button>
    <button type="button" class="md-button md-button--primary" @click=${go}>My partner is ready</button>
  </p>`;

// Black on white in both palettes: a camera needs the contrast.
function qrPicture(text) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return html`<svg class="mock__qr" role="img" aria-label="QR code of the link" viewBox="0 0 ${size} ${size}">${svg`<rect width=${size} height=${size} fill="#fff"/><path d=${path} fill="#000"/>`}</svg>`;
}

/**
 * The interviewer's sheet. rounds: [{ type, minutes, opening, marks, curveballs, question: { text, followUps, scores }
 * }]
 */
export const interviewerSheet = ({ level, rounds, print }) => html`
  <h2 tabindex="-1">You are the interviewer</h2>
  <p>Read the lines in quotes aloud. Let silences be. Give one follow-up at a time, and one curveball once the answer is under way. Score each round before you talk about it.</p>
  <p class="tool-actions"><button type="button" class="md-button" @click=${print}>Print the sheet</button></p>
  ${rounds.map(
    (round, at) => html`
    <section><h3>${rounds.length > 1 ? `Round ${at + 1} of ${rounds.length}: ` : nothing}${round.type}, ${round.minutes} minutes</h3>
      <tool-timer .mode=${"down"} .minutes=${round.minutes}></tool-timer>
      <blockquote>“${round.opening}”</blockquote>
      <blockquote><strong>“${round.question.text}”</strong></blockquote>
      <p><strong>Then ask</strong></p><ol>${round.question.followUps.map((text) => html`<li>${text}</li>`)}</ol>
      <p><strong>Curveballs</strong></p><ul>${round.curveballs.map((text) => html`<li>${text}</li>`)}</ul>
      ${markList(round.marks)}
      ${rubric(round.scores, level)}
    </section>`,
  )}`;
