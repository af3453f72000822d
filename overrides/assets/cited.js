// The sources of a mark, at the foot of the screen.
const dialog = document.createElement("dialog");
dialog.className = "cited md-typeset";

// A mark of several sources holds their numbers, which stand beside them in the page's list.
function sourcesOf(mark) {
  const numbers = mark.querySelector("i").textContent.match(/\d+/g);
  if (!numbers) return [document.getElementById(mark.hash.slice(1))].filter(Boolean);
  const listed = Array.from(document.querySelectorAll(".page-sources .source__number"));
  return numbers.flatMap((number) => listed.find(({ textContent }) => textContent === number)?.parentElement ?? []);
}

function copyOf(source) {
  const copy = source.cloneNode(true);
  copy.removeAttribute("id");
  return copy;
}

// Shows the sources of a mark, or follows it where the page has none of them.
export function show(mark) {
  const sources = sourcesOf(mark);
  if (!sources.length) {
    location.hash = mark.hash;
    return;
  }
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

// The theme's keys, such as n for the next page, are for the page behind.
dialog.addEventListener("keydown", (event) => event.stopPropagation());
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
