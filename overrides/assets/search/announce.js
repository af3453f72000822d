// The theme counts suggestions as results. Where nothing was found, the line that screen readers hear says so.
const list = document.querySelector(".md-search-result__list");
const line = document.querySelector(".md-search-result__meta");
const SAID = {
  "#nothing-found": "Nothing found. Suggestions below.",
  "#search-failed": "The search could not be loaded.",
};

new MutationObserver(() => {
  const said = Object.entries(SAID).find(([hash]) => list.querySelector(`a[href$="${hash}"]`))?.[1];
  if (said && line.textContent !== said) line.textContent = said;
}).observe(list, { childList: true });
