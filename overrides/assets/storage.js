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
