// Adds a button that copies the words it holds. Without scripts the words are there to be selected.
const COPIED = 2000; // milliseconds for which the button says so

class CopyText extends HTMLElement {
  connectedCallback() {
    const words = this.textContent.trim();
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "md-button copy-text__button",
      textContent: "Copy",
    });
    const told = Object.assign(document.createElement("span"), { className: "visually-hidden" });
    told.setAttribute("role", "status");
    button.addEventListener("click", () => copy(words, button, told));
    this.append(button, told);
  }
}

async function copy(words, button, told) {
  try {
    await navigator.clipboard.writeText(words);
    button.textContent = told.textContent = "Copied";
  } catch (error) {
    console.warn("The browser does not let this page copy:", error);
    button.textContent = told.textContent = "Select the words and copy them";
  }
  setTimeout(() => {
    button.textContent = "Copy";
    told.textContent = "";
  }, COPIED);
}

customElements.define("copy-text", CopyText);
