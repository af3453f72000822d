// Opens the place that the address names if it is folded, or hidden with the other track: a question, a stage, a
// source.
function openNamed() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  // Whether it is or not, both tracks are shown.
  const isHidden = place.closest("[data-only]");
  if (isHidden) document.documentElement.setAttribute("data-both", "");
  const around = [];
  for (let at = place; at; at = at.parentElement) around.push(at);
  const folded = [...around, ...place.querySelectorAll(":scope > details")].filter((each) =>
    each.matches("details:not([open])"),
  );
  for (const each of folded) each.open = true;
  if (folded.length || isHidden) place.scrollIntoView();
}

addEventListener("hashchange", openNamed);
openNamed();
