// Saves the track that a reader chose on a page, or that a link carried.
import { openStore } from "../store.js";
import { linkedTrack, saveTrack } from "./track.js";

export async function choose(track) {
  await saveTrack(await openStore(), track);
}

// A link's track is the reader's own where they have chosen none; else it holds on this page alone.
async function saveLinked(track) {
  const store = await openStore();
  await store.change("settings", "track", (stored) => stored ?? { track });
}

const linked = linkedTrack();
if (linked) saveLinked(linked).catch(console.error);
