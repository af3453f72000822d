// A button that copies the words of a line or the file behind a link. Without scripts the words can still be selected,
// and the link saves the file.
const SHOWN_MS = 2000; // how long the button shows the outcome

/** Adds a button to `parent`; `copy` runs on a press and resolves to the outcome in words. */
export function addCopyButton(parent, words, copy) {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "md-button copy-text__button",
    textContent: words,
  });
  const status = Object.assign(document.createElement("span"), { className: "visually-hidden" });
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    button.textContent = status.textContent = await copy();
    setTimeout(() => {
      button.textContent = words;
      status.textContent = "";
    }, SHOWN_MS);
  });
  parent.append(button, status);
}

/** Adds a button beside a link that copies the file it leads to. */
export function addFileCopyButton(link, words) {
  addCopyButton(link.parentElement, words, () => outcome(link.href));
}

async function outcome(address) {
  try {
    // Safari lets a page write only during the press itself, so it gets the text as a promise.
    const blob = textAt(address).then((text) => new Blob([text], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return "Copied";
  } catch (error) {
    console.warn("The file could not be copied:", error);
    return "Not copied. Save the file instead.";
  }
}

async function textAt(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}`);
  }
  return response.text();
}
