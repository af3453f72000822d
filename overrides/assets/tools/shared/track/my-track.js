// The choice of a track in the header and on the start page, and the lines that count the hidden rows of the other
// track. On every page, so it is small: the module that saves the choice is loaded on use.
const root = document.documentElement;
const saving = () => import("./saving.js");

document.addEventListener("change", async ({ target }) => {
  const { name, value } = /** @type {HTMLSelectElement} */ (target);
  if (name !== "my-track") return;
  root.dataset.track = value;
  (await saving()).choose(value);
});
document.addEventListener("click", (event) => {
  if (!(/** @type {Element} */ (event.target).closest(".other-track a"))) return;
  event.preventDefault();
  root.toggleAttribute("data-both");
});
if (/[?&]track=/.test(location.search)) saving();
