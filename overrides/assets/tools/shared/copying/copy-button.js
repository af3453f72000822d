// The copy button of a tool: like the one of a page (copying.js), for text that changes while it is shown. The tool
// announces the outcome.

import { html } from "../../vendor/lit.js";
import { copyText } from "./clipboard.js";

const SAID = 2000; // milliseconds for which the button shows the outcome too

async function press({ currentTarget: button }, words) {
  const [label, tool] = [button.firstElementChild, button.closest(".study-tool__body")];
  const outcome = await copyText(words);
  tool.say(outcome);
  await tool.updateComplete; // a render undoes what others wrote into the tool
  label.textContent = outcome;
  setTimeout(() => {
    label.textContent = "Copy";
  }, SAID);
}

export const copyButton = (words) => html`
  <p class="tool-actions"><button type="button" class="md-button" @click=${(event) => press(event, words)}><span>Copy</span></button></p>`;
