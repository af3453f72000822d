// A source mark opens its sources at the foot of the screen, and closing them returns to the mark. Without scripts, or
// where the panel cannot be fetched, the mark links to the page's list.
document.addEventListener("click", (event) => {
  const mark = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a.cite"));
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  import("./cited.js").then(
    ({ show }) => show(mark),
    () => {
      location.hash = mark.hash;
    },
  );
});
