// Another tab changed the text that is being typed here: both are shown, and the reader decides.
import { html, nothing } from "./vendor/lit.js";

// `draft`: one of drafts.js, or undefined; `settle(text)` is called with the text to keep.
export function twoTexts(draft, settle) {
  if (draft?.theirs === undefined) return nothing;
  const choose = (text) => () => settle(text);
  return html`
    <div class="tool-ask" role="group" aria-label="Two texts">
      <p role="alert">This was changed in another tab while you typed. Nothing is lost: choose what to keep. The other text:</p>
      <blockquote dir="auto">${draft.theirs || "(empty)"}</blockquote>
      <p class="tool-actions">
        <button type="button" class="md-button" @click=${choose(draft.text)}>Keep mine</button>
        <button type="button" class="md-button" @click=${choose(draft.theirs)}>Take the other</button>
        <button type="button" class="md-button" @click=${choose(`${draft.theirs}\n\n${draft.text}`)}>Keep both</button>
      </p>
    </div>`;
}
