// Questions to the reader: which of two versions of a text to keep, and whether to do what cannot be undone.

import { html, nothing } from "../vendor/lit.js";

/**
 * For a text that another tab changed while it was typed here: shows both, and the reader decides. `draft`: one of
 * autosave.js, or undefined; `settle(text)` is called with the text to save.
 */
export function conflictDialog(draft, settle) {
  if (draft?.theirs === undefined) return nothing;
  const choose = (text) => () => settle(text);
  return html`
    <div class="tool-ask" role="group" aria-label="Two versions">
      <p role="alert">This was changed in another tab while you typed. Nothing is lost: choose what to keep. The other text:</p>
      <blockquote dir="auto">${draft.theirs || "(empty)"}</blockquote>
      <p class="tool-actions">
        <button type="button" class="md-button" @click=${choose(draft.text)}>Keep mine</button>
        <button type="button" class="md-button" @click=${choose(draft.theirs)}>Use the other</button>
        <button type="button" class="md-button" @click=${choose(`${draft.theirs}\n\n${draft.text}`)}>Keep both</button>
      </p>
    </div>`;
}

/**
 * A button that asks before it erases; Escape is a no. Its state is the tool's `isAsking`. words = { button, question,
 * yes, no, done }. On yes, `erase` writes to the store. The question keeps the focus until that is done and shown; then
 * the focus moves to `place`, with `changes` of the tool's properties. `done` comes last, since a screen reader stops
 * what it says when the focus moves. If nothing could be erased, the focus goes back to the button.
 */
export function askFirst(tool, words, { erase, place, changes = {} }) {
  const close = () => tool.moveTo(".ask-first", { isAsking: false });
  const confirm = async () => {
    if (!(await tool.write(erase))) return close();
    await tool.recall();
    await tool.moveTo(place, { isAsking: false, ...changes });
    tool.say(words.done);
  };
  const refuse = ({ key }) => key === "Escape" && tool.isAsking && close();
  return html`
    <button type="button" class="md-button ask-first" aria-expanded=${Boolean(tool.isAsking)} @keydown=${refuse} @click=${() => {
      tool.isAsking = !tool.isAsking;
    }}>${words.button}\u00a0…</button>
    ${
      tool.isAsking
        ? html`
      <div class="tool-ask" role="group" aria-label=${words.button} @keydown=${refuse}>
        <p>${words.question} It cannot be undone.</p>
        <p class="tool-actions"><button type="button" class="md-button" @click=${() => tool.once(confirm)}>${words.yes}</button>
        <button type="button" class="md-button" @click=${close}>${words.no}</button></p>
      </div>`
        : nothing
    }`;
}
