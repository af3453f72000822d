// A reader's place on a page with a tool. The tool is drawn after the page, so whatever is below it moves: a reload, the way
// back and a link to a heading would all end somewhere else. Until the reader does something, the place is found again
// whenever a tool has changed its height, before the browser shows it.
const HEADINGS = "main :is(h1, h2, h3, h4)[id]";
const ACTS = ["wheel", "touchmove", "pointerdown", "keydown"];

const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
const KEY = `place ${location.pathname}`; // as long as the tab: a state of the history that is set on leaving is lost
const kept = ["reload", "back_forward"].includes(navigation?.type) ? JSON.parse(sessionStorage.getItem(KEY)) : null;
let hasActed = false;

for (const act of ACTS) addEventListener(act, () => (hasActed = true), { once: true, capture: true, passive: true });

// The last heading that the page itself has above the middle of the screen, and how far it is from the top.
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
    return ""; // no heading is written like that
  }
}

function find() {
  const named = document.getElementById(kept?.id ?? hashed());
  if (hasActed || !named) return;
  if (kept) scrollBy({ top: named.getBoundingClientRect().top - kept.top, behavior: "instant" });
  else named.scrollIntoView({ behavior: "instant" });
}

const watcher = new ResizeObserver(find);

// From now on, until the reader does something.
export const keepPlace = (tool) => watcher.observe(tool);
