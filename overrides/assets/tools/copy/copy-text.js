// Adds a button that copies the words it holds. Without scripts the words are there to be selected.
import { addCopyButton } from "../../copying.js";
import { copied } from "../shared/copying/copied.js";

class CopyText extends HTMLElement {
  connectedCallback() {
    const words = this.textContent.trim();
    addCopyButton(this, "Copy", () => copied(words));
  }
}

customElements.define("copy-text", CopyText);
