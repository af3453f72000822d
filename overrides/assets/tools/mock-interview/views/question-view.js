// The question of a round, which the browser can read aloud.

import { html, nothing } from "../../vendor/lit.js";

const canSpeak = () => "speechSynthesis" in window;

export function stopSpeaking() {
  if (canSpeak()) speechSynthesis.cancel();
}

function speak(text) {
  stopSpeaking();
  speechSynthesis.speak(new SpeechSynthesisUtterance(text));
}

export function questionView({ opening, question }, isOver) {
  return html`
    <blockquote>${opening}</blockquote>
    <p class="practice__question"><strong>${question.text}</strong></p>
    ${
      canSpeak() && !isOver
        ? html`<p class="tool-actions"><button type="button" class="md-button" @click=${() => speak(`${opening} ${question.text}`)}>Read it aloud</button></p>`
        : nothing
    }`;
}
