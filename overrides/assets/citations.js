// A citation opens its sources in a panel at the bottom of the screen, and closing it returns to the citation. Without
// scripts, or if the panel cannot be fetched, the citation links to the page's list of sources.
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
