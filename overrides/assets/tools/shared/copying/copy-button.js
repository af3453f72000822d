// The copy button of a tool: like that of a page (assets/copy-button.js), for text that may change. The tool announces
// the outcome.

import { html } from "../../vendor/lit.js";
import { copyText } from "./clipboard.js";

const SHOWN_MS = 2000; // how long the button shows the outcome too

async function press({ currentTarget: button }, words) {
  const [label, tool] = [button.firstElementChild, button.closest(".study-tool__body")];
  const outcome = await copyText(words);
  tool.say(outcome);
  await tool.updateComplete; // rendering undoes changes made from outside lit
  label.textContent = outcome;
  setTimeout(() => {
    label.textContent = "Copy";
  }, SHOWN_MS);
}

export const copyButton = (words) => html`
  <p class="tool-actions"><button type="button" class="md-button" @click=${(event) => press(event, words)}><span>Copy</span></button></p>`;
