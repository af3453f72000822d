// Answers the theme's search box. The engine is loaded only once a reader turns to the search.
const channel = new BroadcastChannel("search-intent");
let engine, latest, mine;

// A failed load is tried again with the next letter.
const warm = () =>
  (engine ??= import("./engine.js")
    .then((it) => it.makeEngine(new URL("../../search/", location.href)))
    .catch((error) => {
      engine = undefined;
      throw error;
    }));

async function answer(query) {
  let data = { items: [] };
  latest = query;
  try {
    if (query.trim()) data = await (await warm()).answer(query, () => latest !== query, mine);
  } catch (error) {
    console.warn(error);
    data.items = [
      [
        {
          location: "reference/topics/#search-failed",
          title: "The search could not be loaded",
          text: "Open the list of topics",
          score: 1,
          terms: {},
        },
      ],
    ];
  }
  if (latest === query) postMessage({ type: 3, data });
}

// 0 setup, 1 ready, 2 query, 3 result
self.onmessage = ({ data: { type, data } }) => {
  if (type) return answer(data);
  postMessage({ type: 1 });
  channel.postMessage("here");
};
// A failure here is reported with the next query.
channel.onmessage = ({ data }) => {
  const [intent, track] = data.split(" ");
  if (intent !== "warm") return;
  mine = track;
  warm().then(
    () => channel.postMessage("ready"),
    () => {},
  );
};
