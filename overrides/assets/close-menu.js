// The theme opens its menu by keyboard, but no key closes it. Here Escape does, and returns the focus to the opener.
document.addEventListener("keydown", (event) => {
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  if (event.key !== "Escape" || !drawer?.checked) return;
  drawer.click();
  /** @type {HTMLElement} */ (document.querySelector("header [for=__drawer]")).focus();
});
