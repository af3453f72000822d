// On paper a field cuts off what does not fit, and does not break between sheets: what is written in it is printed as a
// paragraph after it, and an empty one is left out (tools.css). Each tool in which readers write imports this.

import { longDay } from "../dates.js";

const FIELDS = ".study-tool :is(textarea, input[type='text'], input[type='date'])";

function erase() {
  for (const text of document.querySelectorAll(".paper-text")) text.remove();
}

function write() {
  erase(); // a browser may tell twice that it prints
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(FIELDS))) {
    if (!field.value.trim()) continue;
    const textContent = field.type === "date" ? longDay(field.value) : field.value;
    field.after(Object.assign(document.createElement("p"), { className: "paper-text", dir: "auto", textContent }));
  }
}

addEventListener("beforeprint", write);
addEventListener("afterprint", erase);
