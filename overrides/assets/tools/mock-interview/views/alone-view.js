// An interview alone: follow-ups and curveballs on demand, and the reader's own voice.

import { html, nothing } from "../../vendor/lit.js";
import { canRecord } from "../recorder.js";
import { markList } from "./rubric-view.js";

/** The first of these texts that has not interrupted yet; undefined if all have. */
export const nextOf = (texts, interruptions) =>
  texts.find((text) => !interruptions.some((interruption) => interruption.text === text));

/**
 * `interruptions`: [{ name, text }] so far; `interrupt(name, texts)` adds the next; `recording`: "", "on" or the
 * address of the finished one; `record()` starts and stops it, `erase()` removes it.
 */
export function aloneView({ round, interruptions, interrupt, recording, record, erase }) {
  const { question, curveballs, marks } = round;
  const button = (label, name, texts) =>
    html`<button type="button" class="md-button" ?disabled=${!nextOf(texts, interruptions)} @click=${() => interrupt(name, texts)}>${label}</button>`;
  return html`
    <p class="muted">The clock runs, as it does in the room: pause it only if you are called away. No one answers your questions here: say what you assume, and go on.</p>
    <p class="tool-actions">
      ${button("Ask me a follow-up", "Follow-up", question.followUps)}
      ${button("Throw me a curveball", "Curveball", curveballs)}
      ${canRecord() ? html`<button type="button" class="md-button" aria-pressed=${recording === "on"} @click=${record}>${recording === "on" ? "Stop recording" : "Record my answer"}</button>` : nothing}
    </p>
    <ol class="mock__said" aria-live="polite">${interruptions.map(({ name, text }) => html`<li><span class="muted">${name}. </span>${text}</li>`)}</ol>
    ${recordingView(recording, erase)}
    ${markList(marks)}`;
}

/** The finished recording, if there is one. */
export const recordingView = (recording, erase) =>
  recording && recording !== "on"
    ? html`<p class="tool-actions"><audio controls src=${recording}></audio> <button type="button" class="md-button" @click=${erase}>Erase the recording</button></p>
      <p class="muted">It is only in this page, and gone when you erase it or go on.</p>`
    : nothing;
