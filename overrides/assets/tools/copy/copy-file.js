// Adds a button that copies the file that its link leads to. Without scripts the link is there.
const COPIED = 2000; // milliseconds for which the button says so

class CopyFile extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "md-button copy-text__button",
      textContent: this.dataset.words ?? "Copy",
    });
    const told = Object.assign(document.createElement("span"), { className: "visually-hidden" });
    told.setAttribute("role", "status");
    button.addEventListener("click", () => copy(link.href, button, told));
    this.append(button, told);
  }
}

// Safari lets a page write only from the press itself, so it is handed the text as a promise.
async function copy(address, button, told) {
  const words = button.textContent;
  try {
    const text = textAt(address);
    const item = new ClipboardItem({
      "text/plain": text.then((read) => new Blob([read], { type: "text/plain" })),
    });
    await navigator.clipboard.write([item]);
    button.textContent = told.textContent = "Copied";
  } catch (error) {
    console.warn("The file could not be copied:", error);
    button.textContent = told.textContent = "Not copied. Save the file instead.";
  }
  setTimeout(() => {
    button.textContent = words;
    told.textContent = "";
  }, COPIED);
}

async function textAt(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}`);
  }
  return response.text();
}

customElements.define("copy-file", CopyFile);
