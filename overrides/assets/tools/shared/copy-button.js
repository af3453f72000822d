// The copy button of a tool: like the one of a page (copying.js), for words that change under it.
import { html } from "../vendor/lit.js";
import { copied } from "./copied.js";

const SAID = 2000; // milliseconds for which the button says what came of it

async function press({ currentTarget: button }, words) {
  const [label, told] = [button.querySelector("span"), button.nextElementSibling];
  label.textContent = told.textContent = await copied(words);
  setTimeout(() => {
    label.textContent = "Copy";
    told.textContent = "";
  }, SAID);
}

export const copyButton = (words) => html`
  <p class="tool-actions"><button type="button" class="md-button" @click=${(event) => press(event, words)}><span>Copy</span></button>
    <span class="visually-hidden" role="status"></span></p>`;
