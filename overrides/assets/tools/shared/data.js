// Fetches the lists that the build makes for the tools, and gives the addresses of pages. Renders nothing, so the start
// page can use it without loading the code of the tools.
export const SITE = new URL("../../../", import.meta.url);

const files = new Map();

/**
 * One of the lists that the build makes from data/ for the tools (hooks/guide/publish/tool_data), fetched once a page.
 */
export function fetchData(name) {
  if (!files.has(name)) {
    const load = fetch(new URL(`../data/${name}.json`, import.meta.url)).then((response) => {
      if (!response.ok) throw new Error(`${name}.json: ${response.status}`);
      return response.json();
    });
    load.catch(() => files.delete(name)); // so that the next call tries again
    files.set(name, load);
  }
  return files.get(name);
}

// The messages of Chromium, Firefox and Safari for a fetch or an import without a network.
const NO_NETWORK = /failed to fetch|networkerror|load failed|(loading|importing) .*module/i;

export const isUnfetched = (error) => error instanceof TypeError && NO_NETWORK.test(error.message);

/** The message when something could not be fetched: what it was, and what to do. `what` is such as "the cards". */
export const notFetched = (what, error) =>
  isUnfetched(error) || !navigator.onLine
    ? `You seem to be offline, and ${what} must be fetched first. Connect, then try again or reload the page.`
    : `It was not possible to fetch ${what} (${error.message}). Try again, or reload the page.`;

/** The address of a page named by the data, such as "prepare/stories/". */
export const pageAddress = (path) => new URL(path, SITE).href;
