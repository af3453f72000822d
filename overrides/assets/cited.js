// The panel with the sources of a citation, at the bottom of the screen.
const dialog = document.createElement("dialog");
dialog.className = "cited md-typeset";

const MOST_LETTERS = 140; // of a statement

// A citation of several sources has their numbers in brackets, as in the page's list.
function numbersOf(mark) {
  const [brackets] = mark.textContent.split("]");
  return brackets.match(/\d+/g) ?? [];
}

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

// A phone shows one citation for several: all since the one before it.
function marksBehind(fold) {
  const marks = Array.from(document.querySelectorAll(".cite--folded, .cite--fold"));
  const before = marks.slice(0, marks.indexOf(fold));
  return before.slice(before.findLastIndex((mark) => mark.matches(".cite--fold")) + 1);
}

// The last words before a citation, after the label of their cell or list entry.
function statementOf(mark) {
  const block = mark.closest("td, dd, li, p");
  const marks = Array.from(block.querySelectorAll(".cite"));
  const range = document.createRange();
  range.selectNodeContents(block);
  if (marks[0] !== mark) range.setStartAfter(marks[marks.indexOf(mark) - 1]);
  range.setEndBefore(mark);
  const label = block.matches("dd") ? block.previousElementSibling : block.parentElement.querySelector("th");
  const words = wordsOf(range.cloneContents());
  const shown = words.length > MOST_LETTERS ? `…${words.slice(-MOST_LETTERS).replace(/^\S*/, "")}` : words;
  const name = label && block.matches("dd, td") ? wordsOf(label.cloneNode(true)) : "";
  return name ? `${name}${name.endsWith("?") ? "" : ":"} ${shown}` : shown;
}

function wordsOf(copy) {
  for (const aside of copy.querySelectorAll(".cite, .certainty, .guide-table__label, .track")) aside.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

// Adds to a source the statements that it supports.
function addStatements(copy, marks) {
  const { textContent: number } = copy.querySelector(".source__number");
  const list = Object.assign(document.createElement("ul"), { className: "cited__for" });
  for (const mark of marks.filter((other) => numbersOf(other).includes(number)))
    list.append(Object.assign(document.createElement("li"), { textContent: statementOf(mark) }));
  copy.querySelector(".source__body").append(list);
}

/** Shows the sources of a citation, or follows its link if the page does not list them. */
export function show(mark) {
  const sources = sourcesOf(mark);
  if (!sources.length) {
    location.hash = mark.hash;
    return;
  }
  const list = Object.assign(document.createElement("ol"), { className: "sources" });
  list.append(...sources.map(copyOf));
  const marks = mark.matches(".cite--fold") ? marksBehind(mark) : [];
  if (marks.length) for (const copy of list.children) addStatements(copy, marks);
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Back to the text" });
  close.className = "md-button";
  close.addEventListener("click", () => dialog.close());
  const all = Object.assign(document.createElement("a"), {
    href: `#${sources[0].id}`,
    textContent: "In the list of all sources",
  });
  all.addEventListener("click", () => dialog.close());
  const actions = Object.assign(document.createElement("div"), { className: "cited__ways" });
  actions.append(close, all);
  dialog.setAttribute("aria-label", sources.length > 1 ? `${sources.length} sources` : "Source");
  dialog.replaceChildren(list, actions);
  // Outside the article, so that it is neither printed nor counted as part of it.
  document.body.append(dialog);
  dialog.showModal();
  dialog.scrollTop = 0;
}

// The theme's keys, such as n for the next page, must not act on the page behind the panel.
dialog.addEventListener("keydown", (event) => event.stopPropagation());
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
