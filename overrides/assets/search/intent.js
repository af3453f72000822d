// Tells the worker that a reader is about to search, so that it loads while they type.
const field = document.querySelector("[data-md-component=search-query]");
const channel = new BroadcastChannel("search-intent");
field?.addEventListener("focus", () => channel.postMessage("warm"));
if (document.activeElement === field) channel.postMessage("warm"); // `?q=`, or a key before this ran

// The theme counts suggestions as results. Where nothing was found, the line that screen readers hear says so.
const list = document.querySelector(".md-search-result__list");
const meta = document.querySelector(".md-search-result__meta");
if (list) {
  new MutationObserver(() => {
    const hash = list.querySelector("a")?.hash;
    const said = { "#nothing-found": "Nothing found. Suggestions below.", "#search-failed": "The search could not be loaded." }[hash];
    if (said && meta.textContent !== said) meta.textContent = said;
  }).observe(list, { childList: true });
}
