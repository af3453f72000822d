// Answers the theme's search box. Loads nothing until a reader shows the intent, or asks: see engine.js.
"use strict";
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
let engine, latest;

function warm() {
  engine ??= (async () => {
    const { makeEngine } = await import("./engine.js");
    return makeEngine(new URL("../../search/", self.location));
  })().catch((error) => {
    engine = undefined; // the next letter tries again
    throw error;
  });
  return engine;
}

async function answer(query) {
  latest = query;
  let data = { items: [] };
  try {
    if (query.trim()) data = await (await warm()).answer(query);
  } catch (error) {
    console.warn("search:", error);
    data.items = [[{ location: "reference/topics/#search-failed", title: "The search could not be loaded", text: "Try again, or open the list of topics.", score: 1, terms: {} }]];
  }
  if (latest === query) postMessage({ type: RESULT, data });
}

onmessage = ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY });
  if (type === QUERY) answer(data);
};
new BroadcastChannel("search-intent").onmessage = () => warm().catch(() => {}); // told when a query asks
