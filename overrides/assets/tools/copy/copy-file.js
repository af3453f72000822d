// Adds a button that copies the file that its link leads to.
import { addFileCopyButton } from "../../copying.js";

class CopyFile extends HTMLElement {
  connectedCallback() {
    addFileCopyButton(this.querySelector("a"), "Copy");
  }
}

customElements.define("copy-file", CopyFile);
