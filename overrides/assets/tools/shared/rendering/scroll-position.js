// Restores the scroll position on a page with a tool. The tool renders after the page, so whatever is below it moves: a
// reload, Back and a link to a heading would all end up somewhere else. Until the reader acts, the position is restored
// before the browser paints, whenever a tool has changed its height. Later, a tool above the screen moves nothing.
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

addEventListener("pagehide", () => {
  sessionStorage.setItem(KEY, JSON.stringify(placeNow()));
  const tool = /** @type {HTMLElement | null} */ (document.querySelector(".study-tool"));
  // before-theme.js gives it this room when the reader comes back.
  if (tool) sessionStorage.setItem(`room ${location.pathname}`, `${tool.offsetHeight}px`);
});

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

// A reader who has scrolled past a tool is not moved when it renders or changes. Safari has no scroll anchoring of its
// own.
const ANCHORS = CSS.supports("overflow-anchor", "auto");
const heights = new WeakMap();
const rendered = new WeakSet();

// On its first render the end of a tool may be on screen, since nobody uses it yet; later it must be above the screen.
function anchor({ target }) {
  const { height, top } = target.getBoundingClientRect();
  const grown = height - heights.get(target);
  const limit = rendered.has(target) ? 0 : innerHeight / 2;
  heights.set(target, height);
  rendered.add(target);
  if (hasActed && !ANCHORS && grown && top + height - grown < limit) scrollBy({ top: grown, behavior: "instant" });
}

const watcher = new ResizeObserver((entries) => {
  entries.forEach(anchor);
  find();
});

/** `box` is a tool, or the placeholder that reserves its space; `height` is its height before the render. */
export function keepScrollPosition(box, height) {
  for (const use of ["pointerdown", "focusin"])
    box.addEventListener(use, () => box.classList.add("is-used"), { once: true, passive: true });
  box.style.setProperty("--room", "0");
  heights.set(box, height);
  watcher.observe(box);
}
