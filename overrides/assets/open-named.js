// Opens what is folded where the address leads: a question, a stage, a source in a list.
function openNamed() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  const around = [];
  for (let at = place; at; at = at.parentElement) around.push(at);
  const folded = [...around, ...place.querySelectorAll(":scope > details")].filter((each) =>
    each.matches("details:not([open])"),
  );
  for (const each of folded) each.open = true;
  if (folded.length) place.scrollIntoView();
}

addEventListener("hashchange", openNamed);
openNamed();
