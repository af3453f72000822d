// The theme opens its menu by keyboard, but has no key to close it: Escape does, and the focus goes back to the opener.
document.addEventListener("keydown", (event) => {
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  if (event.key !== "Escape" || !drawer?.checked) return;
  drawer.click();
  /** @type {HTMLElement} */ (document.querySelector("header [for=__drawer]")).focus();
});
