// Adds a button that copies the file that its link leads to.
import { addCopyButton } from "../../copying.js";

class CopyFile extends HTMLElement {
  connectedCallback() {
    addCopyButton(this.querySelector("a"), "Copy");
  }
}

customElements.define("copy-file", CopyFile);
