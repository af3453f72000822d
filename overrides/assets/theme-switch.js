// The theme offers its colors as radio buttons without a group, which Space and Enter do not switch. One button
// replaces them, with the name and the icon of the label that the theme would show.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-md-component=palette]"));

function replace(choices) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "md-header__button md-icon theme-switch" });
  const shown = () => /** @type {HTMLLabelElement | null} */ (choices.querySelector("label:not([hidden])"));
  const draw = () => {
    const label = shown();
    if (!label || button.title === label.title) return;
    button.title = label.title;
    button.setAttribute("aria-label", label.title);
    button.replaceChildren(...Array.from(label.children, (picture) => picture.cloneNode(true)));
  };
  button.addEventListener("click", () => shown()?.click());
  new MutationObserver(draw).observe(choices, { attributes: true, subtree: true, attributeFilter: ["hidden"] });
  draw();
  choices.hidden = true;
  choices.after(button);
}

if (form) replace(form);
