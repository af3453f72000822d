// A mark of sources shows them at the foot of the screen, and closing them leads back to it. Without scripts the mark
// leads to the page's list.
const dialog = document.createElement("dialog");
dialog.className = "cited md-typeset";

const sourcesOf = (mark) =>
  (mark.dataset.sources ?? mark.hash.replace("#source-", ""))
    .split(" ")
    .map((id) => document.getElementById(`source-${id}`))
    .filter(Boolean);

function copyOf(source) {
  const copy = source.cloneNode(true);
  copy.removeAttribute("id");
  return copy;
}

function show(mark, sources) {
  const list = Object.assign(document.createElement("ol"), { className: "sources" });
  list.append(...sources.map(copyOf));
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Back to the text" });
  close.className = "md-button";
  close.addEventListener("click", () => dialog.close());
  const all = Object.assign(document.createElement("a"), {
    href: mark.hash,
    textContent: "In the list of all sources",
  });
  all.addEventListener("click", () => dialog.close());
  const ways = Object.assign(document.createElement("div"), { className: "cited__ways" });
  ways.append(close, all);
  dialog.setAttribute("aria-label", sources.length > 1 ? `${sources.length} sources` : "Source");
  dialog.replaceChildren(list, ways);
  // In the page and not in its text, so that neither printing nor counting takes it for part of it.
  document.body.append(dialog);
  dialog.showModal();
  dialog.scrollTop = 0;
}

document.addEventListener("click", (event) => {
  const mark = /** @type {Element} */ (event.target).closest?.("a.cite");
  if (event.target === dialog) dialog.close();
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const sources = sourcesOf(mark);
  if (!sources.length) return;
  event.preventDefault();
  show(mark, sources);
});
