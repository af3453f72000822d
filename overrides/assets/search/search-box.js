// Filters results by track. The choice is part of the query ("pm: loop"), so links carry it and readers can type it.
const field = /** @type {HTMLInputElement} */ (document.querySelector("[data-md-component=search-query]"));
const tracks = /** @type {HTMLElement} */ (document.querySelector(".search-tracks"));
const PREFIX = /^\s*(pmm?)\s*:\s*/i;

/** @returns {HTMLInputElement} */
const radio = (selector) => tracks.querySelector(selector);
const chosen = () => radio(":checked");
const show = () => {
  const track = PREFIX.exec(field.value)?.[1].toLowerCase() ?? "";
  radio(`[value="${track}"]`).checked = true;
};

field.addEventListener("input", show);
field.form.addEventListener("reset", () => setTimeout(show));
tracks.addEventListener("change", () => {
  const rest = field.value.replace(PREFIX, "");
  field.value = chosen().value ? `${chosen().value}: ${rest}` : rest;
  // The theme reads the field when a key comes up, and completes its word when one goes down.
  for (const type of ["keydown", "keyup"]) field.dispatchEvent(new KeyboardEvent(type));
});

// The theme sends every key to the field, and Tab closes the box. Here Tab moves to the choice of a track, then to the
// first result.
field.addEventListener("keydown", (event) => {
  if (event.key !== "Tab" || event.shiftKey || !field.value) return;
  event.preventDefault();
  event.stopPropagation();
  chosen().focus();
});
tracks.addEventListener("keydown", (event) => {
  const next = event.shiftKey ? field : list.querySelector("a");
  if (event.key === "Escape" || (event.key === "Tab" && !next)) return;
  event.stopPropagation();
  if (event.key !== "Tab") return;
  event.preventDefault();
  next.focus();
});
tracks.hidden = false;
show();

// The theme counts suggestions as results. Where nothing was found, its status line says so.
const list = document.querySelector(".md-search-result__list");
const status = document.querySelector(".md-search-result__meta");
const MESSAGES = {
  "#nothing-found": "Nothing found. Suggestions below.",
  "#search-failed": "The search could not be loaded.",
};

// A result is an <article> in a link, which leaves the link without a name in most browsers: it gets its heading's.
function name(link) {
  const heading = link.querySelector("h1, h2");
  if (heading) link.setAttribute("aria-label", heading.textContent.trim());
}

new MutationObserver(() => {
  for (const link of list.querySelectorAll(".md-search-result__link")) name(link);
  const message = Object.entries(MESSAGES).find(([hash]) => list.querySelector(`a[href$="${hash}"]`))?.[1];
  if (message && status.textContent !== message) status.textContent = message;
}).observe(list, { childList: true, subtree: true });
