// A mark of sources shows them at the foot of the screen, and closing them leads back to it. Without scripts the mark
// leads to the page's list, and it does where what shows them cannot be fetched.
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
