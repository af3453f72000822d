// Saves the track that a reader chose on a page, or that a link carried.

import { openStore } from "../store.js";
import { isVolatile, linkedTrack, saveTrack } from "./track.js";

const NOT_SAVED = "Your browser isn’t storing your track. It holds on this page alone.";
const SHOWN_MS = 10_000;

/** The page follows the choice at once. If it can't be saved, the theme's message at the foot of the screen says so. */
export async function choose(track) {
  const store = await openStore();
  try {
    await saveTrack(store, track);
  } catch (error) {
    console.error(error);
    say(NOT_SAVED);
  }
  if (isVolatile(store)) say(NOT_SAVED);
}

function say(words) {
  const message = document.querySelector("[data-md-component=dialog]");
  message.setAttribute("role", "alert");
  message.classList.add("md-dialog--active");
  message.firstElementChild.textContent = words;
  setTimeout(() => message.classList.remove("md-dialog--active"), SHOWN_MS);
}

// The track of a link becomes the reader's own only if they have chosen none.
async function saveLinked(track) {
  const store = await openStore();
  await store.change("settings", "track", (stored) => stored ?? { track });
}

const linked = linkedTrack();
if (linked) saveLinked(linked).catch(console.error);
