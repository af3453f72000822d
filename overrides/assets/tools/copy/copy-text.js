// Adds a button that copies the words it holds. Without scripts the words are there to be selected.
import { addCopyButton } from "../../copying.js";

class CopyText extends HTMLElement {
  connectedCallback() {
    const words = this.textContent.trim();
    addCopyButton(this, "Copy", () => copied(words));
  }
}

async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return "Copied";
  } catch (error) {
    console.warn("The browser does not let this page copy:", error);
    return "Select the words and copy them";
  }
}

customElements.define("copy-text", CopyText);
