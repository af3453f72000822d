// Sets up what the theme's script relies on when it starts. Every page runs this first.

// A browser that blocks cookies throws on any access to its storage. The theme reads it on every page and would stop
// there, without search or menu. So it gets a storage that lasts as long as the page.
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].getItem("");
  } catch {
    const values = new Map();
    const storage = {
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => values.set(key, String(value)),
      removeItem: (key) => values.delete(key),
      clear: () => values.clear(),
    };
    Object.defineProperty(window, name, { value: storage });
  }
}

// What is below a tool waits where it will be: the tool that a reader comes back to is higher than a new one.
document.documentElement.style.setProperty("--room", sessionStorage.getItem(`room ${location.pathname}`));

// Sets the track that the link names, or the reader's own, before the first paint: the style sheet hides rows of the
// other track, and hides nothing without a script. tools/shared/track/track.js keeps the copy in the storage up to
// date.
{
  const root = document.documentElement;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const stored = localStorage.getItem(`track ${script.src.replace(/assets\/[^/]*$/, "")}`);
  root.dataset.track = /[?&]track=(pmm?|both)\b/.exec(location.search)?.[1] ?? stored ?? "both";
  // The controls show it as soon as they are parsed, and after each change. Radio buttons and options alike.
  const watcher = new MutationObserver(() => {
    const mine = document.querySelectorAll(`[data-tracks] [value=${root.dataset.track}]`);
    // Only where it differs: each write costs a layout of the page.
    for (const choice of /** @type {NodeListOf<any>} */ (mine))
      if (!(choice.selected ?? choice.checked)) choice.selected = choice.checked = true;
  });
  const attributeFilter = ["data-track"];
  watcher.observe(root, { attributeFilter, childList: true, subtree: true });
  // Once the page is loaded, a second call replaces the first observer, so what tools draw is not watched.
  addEventListener("load", () => watcher.observe(root, { attributeFilter }));
}

// The theme fetches its search settings on every page. Here they wait until a reader turns to the search, or arrives
// from it: `?q=` searches at once, and `?h=` highlights words on the page.
{
  const SETTINGS = /\/search\/search_index\.json$/;
  /** @type {Promise<void>} */
  const wanted = new Promise((resolve) => {
    if (/[?&][qh]=/.test(location.search)) resolve();
    addEventListener("focusin", ({ target }) => /** @type {HTMLInputElement} */ (target).name === "query" && resolve());
  });
  const { open, send } = XMLHttpRequest.prototype;
  const waiting = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (SETTINGS.test(String(address))) waiting.add(this);
    open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (waiting.has(this)) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
}

// The theme listens for clicks on the body. Firefox takes everything below such a listener for something to click, and
// Orca said "clickable" at each heading that got the focus.
HTMLBodyElement.prototype.addEventListener = function (type, ...rest) {
  EventTarget.prototype.addEventListener.call(type === "click" ? document : this, type, ...rest);
};

// The theme adds a `<meta name="color-scheme">` and then fills it, and a browser styles the whole page again for each
// of the two. Here it stays out of the page, and its content becomes a style of the root.
{
  const { head, documentElement } = document;
  const apply = (scheme) => documentElement.style.setProperty("color-scheme", scheme);
  head.appendChild = (node) => {
    const meta = /** @type {any} */ (node);
    if (meta.name !== "color-scheme") return Node.prototype.appendChild.call(head, node);
    new MutationObserver(() => apply(meta.content)).observe(meta, { attributeFilter: ["content"] });
    return node;
  };
  // When a reader switches, this runs before the theme reads a color, so the page is styled once for both. No color
  // fades until then (theme.css).
  const switched = (/** @type {any} */ { target: { name, dataset } }) => {
    if (name !== "__palette") return;
    const switching = (/** @type {boolean} */ now) => documentElement.toggleAttribute("data-switching", now);
    switching(true);
    apply(dataset.mdColorScheme === "slate" ? "dark" : "light");
    setTimeout(switching, 0, false);
  };
  addEventListener("change", switched, true);
}
