// The search: files fetched once, and answers from them.

import { InvertedIndex } from "./index.js";
import { QueryReader } from "./query.js";
import { Ranking } from "./ranking.js";
import { makeAnswers } from "./results.js";

const CACHED_FILES_LIMIT = 400; // files of texts up to which all are fetched after the first answer

async function fetchJson(root, name) {
  const response = await fetch(new URL(name, root));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

// Each file once; a failed one is tried again when it is next wanted.
function makeFiles(root) {
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
  const load = makeFiles(root);
  const index = new InvertedIndex(await load("core.json"), load);
  const reader = new QueryReader(index);
  const ranking = new Ranking(index, reader);
  return makeAnswers({ index, reader, ranking, most: CACHED_FILES_LIMIT });
}
