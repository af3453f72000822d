// Shows the place that the address names, such as a question, a stage or a source, where it is folded or hidden with
// the other track.
function openNamed() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  const isHidden = place.closest("[data-only]");
  if (isHidden) document.documentElement.setAttribute("data-both", "");
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const closed = document.querySelectorAll("details:not([open])");
  const folded = [...closed].filter((fold) => fold.contains(place) || fold.parentElement === place);
  for (const fold of folded) fold.open = true;
  if (folded.length || isHidden) place.scrollIntoView();
}

addEventListener("hashchange", openNamed);
openNamed();
