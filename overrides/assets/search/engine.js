// The search engine: fetches its files once and answers queries from them.

import { InvertedIndex } from "./index.js";
import { QueryReader } from "./query/query-reader.js";
import { Ranking } from "./ranking.js";
import { Answers } from "./results.js";

const CACHED_FILES_LIMIT = 400; // up to so many files of texts are all fetched once a reader pauses

async function fetchJson(root, name) {
  const response = await fetch(new URL(name, root));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

// A loader that fetches each file once, and again after a failure.
function makeLoader(root) {
  const files = new Map();
  return (name) => {
    if (!files.has(name)) {
      files.set(
        name,
        fetchJson(root, name).catch((error) => {
          files.delete(name);
          throw error;
        }),
      );
    }
    return files.get(name);
  };
}

export async function makeEngine(root) {
  const load = makeLoader(root);
  const index = new InvertedIndex(await load("core.json"), load);
  const reader = new QueryReader(index);
  const ranking = new Ranking(index, reader);
  return new Answers({ index, reader, ranking, cachedFilesLimit: CACHED_FILES_LIMIT });
}
