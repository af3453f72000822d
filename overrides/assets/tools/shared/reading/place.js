// Restores the scroll position on a page with a tool. The tool renders after the page, so whatever is below it moves: a
// reload, Back and a link to a heading would all end somewhere else. Until the reader acts, the position is restored
// whenever a tool has changed its height, before the browser paints.
const HEADINGS = "main :is(h1, h2, h3, h4)[id]";
const ACTS = ["wheel", "touchmove", "pointerdown", "keydown"];

const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
const KEY = `place ${location.pathname}`; // session storage, because history state set on leaving is lost
const saved = ["reload", "back_forward"].includes(navigation?.type) ? JSON.parse(sessionStorage.getItem(KEY)) : null;
let hasActed = false;

for (const act of ACTS) addEventListener(act, () => (hasActed = true), { once: true, capture: true, passive: true });

// The page's own last heading above the middle of the screen, and its distance from the top.
function placeNow() {
  const above = [...document.querySelectorAll(HEADINGS)].filter(
    (heading) =>
      heading.getClientRects().length &&
      !heading.closest(".study-tool") &&
      heading.getBoundingClientRect().top < innerHeight / 2,
  );
  const last = above.at(-1);
  return last ? { id: last.id, top: last.getBoundingClientRect().top } : null;
}

addEventListener("pagehide", () => sessionStorage.setItem(KEY, JSON.stringify(placeNow())));

function hashed() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // no heading has such an id
  }
}

function find() {
  const named = document.getElementById(saved?.id ?? hashed());
  if (hasActed || !named) return;
  if (saved) scrollBy({ top: named.getBoundingClientRect().top - saved.top, behavior: "instant" });
  else named.scrollIntoView({ behavior: "instant" });
}

const watcher = new ResizeObserver(find);

// From now on, until the reader acts.
export const keepPlace = (tool) => watcher.observe(tool);
