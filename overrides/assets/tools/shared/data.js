// The lists that the build makes for the tools, and the addresses of pages. Draws nothing, so a page with one line of its
// own need not load what draws the tools.
export const SITE = new URL("../../../", import.meta.url);

const files = new Map();

// One of the lists that the build makes from data/ for the tools (hooks/guide/publish/tool_data), fetched once a page.
export function fetchData(name) {
  if (!files.has(name)) {
    const load = fetch(new URL(`../data/${name}.json`, import.meta.url)).then((response) => {
      if (!response.ok) throw new Error(`${name}.json: ${response.status}`);
      return response.json();
    });
    load.catch(() => files.delete(name)); // tried again when it is next wanted
    files.set(name, load);
  }
  return files.get(name);
}

// The address of a page named by the data, such as "prepare/stories/".
export const pageAddress = (path) => new URL(path, SITE).href;
