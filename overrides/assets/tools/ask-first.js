// A button that asks before it does what cannot be undone. The tool keeps the answer's state in `isAsking`.
import { html, nothing } from "./tool-element.js";

// words = { button, question, yes, no }; `act` runs on yes. What it removes may hold the focus: `act` then moves it.
export function askFirst(tool, words, act) {
  const close = async () => {
    tool.isAsking = false;
    await tool.updateComplete;
    tool.querySelector(".ask-first")?.focus();
  };
  return html`
    <button type="button" class="md-button ask-first" aria-expanded=${Boolean(tool.isAsking)} @click=${() => { tool.isAsking = !tool.isAsking; }}>${words.button}</button>
    ${tool.isAsking ? html`
      <div class="tool-ask" role="group" aria-label=${words.button}>
        <p>${words.question} It cannot be undone.</p>
        <p class="tool-actions"><button type="button" class="md-button" @click=${async () => { tool.isAsking = false; await act(); }}>${words.yes}</button>
        <button type="button" class="md-button" @click=${close}>${words.no}</button></p>
      </div>` : nothing}`;
}
