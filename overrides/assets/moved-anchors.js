// Redirects old links to an anchor that has moved to another page. The page names the pages that took over its parts.
const places = /** @type {HTMLElement | null} */ (document.querySelector("[data-moved-to]"));

async function redirect() {
  const id = decodeURIComponent(location.hash.slice(1));
  const here = document.getElementById(id);
  if (here?.matches("a[data-moved]")) location.replace(/** @type {HTMLAnchorElement} */ (here).href);
  if (!id || !places || here) return;
  const found = await Promise.all(places.dataset.movedTo.split(" ").map((page) => addressOn(page, id)));
  const address = found.find(Boolean);
  if (address) location.replace(`${address}#${id}`);
}

// The address of a page if it has the anchor.
async function addressOn(page, id) {
  const response = await fetch(page);
  const text = response.ok ? await response.text() : "";
  return new DOMParser().parseFromString(text, "text/html").getElementById(id) ? response.url : undefined;
}

addEventListener("hashchange", redirect);
redirect();
