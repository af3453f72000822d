// Prints one part of the page and nothing else (tools.css hides the rest).
export function printOnly(part) {
  const marks = [[document.documentElement, "is-printing-part"], [part, "is-printed"]];
  for (const [element, mark] of marks) element.classList.add(mark);
  addEventListener("afterprint", () => marks.forEach(([element, mark]) => element.classList.remove(mark)), { once: true });
  print();
}
