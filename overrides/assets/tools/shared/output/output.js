// Files to save, printing a part of the page, and escaping for Markdown.

/** Saves a file made in the page. The type decides which program opens it. */
export function offerDownload(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser may still be asking where to put it
}

/** Prints only one part of the page (tools.css hides the rest). */
export function printOnly(part) {
  /** @type {[Element, string][]} */
  const marks = [
    [document.documentElement, "is-printing-part"],
    [part, "is-printed"],
  ];
  for (const [element, mark] of marks) element.classList.add(mark);
  addEventListener(
    "afterprint",
    () => {
      for (const [element, mark] of marks) element.classList.remove(mark);
    },
    { once: true },
  );
  print();
}

/** Escapes the characters that Markdown would read as markup. */
export const escaped = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
