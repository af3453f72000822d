// What the theme’s script must find as it is when it starts. Every page runs this before it.

// A browser that blocks cookies throws at the mere mention of its storage. The theme asks for it in every page, and would
// go no further: no search, no menu. Here it gets a storage that lasts as long as the page.
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
    Object.defineProperty(window, name, { value: storage, configurable: true });
  }
}

// The theme fetches the settings of its search with every page. Here they wait until a reader turns to the search, or
// comes from it: `?q=` asks at once, and `?h=` marks words on a page.
{
  const SETTINGS = /\/search\/search_index\.json$/;
  const wanted = new Promise((resolve) => {
    if (location.search) resolve();
    addEventListener("focusin", ({ target }) => target.name === "query" && resolve());
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
