// Keeps what the control of a page chose, or a link brought.
import { openStore } from "../store.js";
import { keepTrack, linkedTrack } from "./track.js";

export async function choose(track) {
  await keepTrack(await openStore(), track);
}

// A link's track is the reader's own where they have chosen none; else it holds on this page alone.
async function keepLinked(track) {
  const store = await openStore();
  await store.change("settings", "track", (kept) => kept ?? { track });
}

const linked = linkedTrack();
if (linked) keepLinked(linked).catch(console.error);
