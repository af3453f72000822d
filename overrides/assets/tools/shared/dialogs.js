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
 * A button that asks before it erases; Escape is a no. While it asks, the tool's `asking` is `about`: the id of what may
 * be erased, where a tool has several such buttons. words = { button, question, yes, no, done }. On yes, `erase` writes to
 * the store. The question keeps the focus until that is done and shown; then the focus moves to `place`, with `changes` of
 * the tool's properties. `done` comes last, since a screen reader stops what it says when the focus moves. If not all
 * could be erased, what is left is shown, and the focus goes back to the button.
 */
export function askFirst(tool, words, { erase, place, changes = {}, about = true }) {
  const isAsking = tool.asking === about;
  const close = () => tool.moveTo(`[data-ask="${about}"]`, { asking: false });
  const confirm = async () => {
    tool.isErasing = true; // if the tool read in between, the question would be gone, and the focus with it
    const isErased = await tool.write(() => erase().finally(() => tool.recall()));
    tool.isErasing = false;
    if (!isErased) return close();
    await tool.moveTo(place, { asking: false, ...changes });
    tool.say(words.done);
  };
  const refuse = ({ key }) => key === "Escape" && isAsking && close();
  return html`
    <button type="button" class="md-button" data-ask=${about} aria-expanded=${isAsking} @keydown=${refuse} @click=${() => {
      tool.asking = !isAsking && about;
    }}>${words.button}\u00a0…</button>
    ${
      isAsking
        ? html`
      <div class="tool-ask" role="group" aria-label=${words.button} @keydown=${refuse}>
        <p>${words.question} It cannot be undone.</p>
        <p class="tool-actions"><button type="button" class="md-button" @click=${() => tool.once(confirm)}>${words.yes}</button>
        <button type="button" class="md-button" @click=${close}>${words.no}</button></p>
      </div>`
        : nothing
    }`;
}
