// The reader's track: "pm", "pmm" or "both", which is also the default. It is saved with the reader's other
// records, as "track" of the kind "settings". Pages that open no store read a copy in local storage, which
// before-theme.js sets on the document before the first paint.

import { SITE } from "../data.js";

const TRACKS = ["pm", "pmm", "both"];
const KEY = `track ${SITE.href}`;

export const TRACK_NAMES = { pm: "PM", pmm: "PMM", both: "Both, or not chosen yet" };

export const isMine = (track, item) => [track, "both"].includes(item.track) || track === "both";

/** The track in the address, as in a shared link: "?track=pmm". It applies to this page only. */
export function linkedTrack(address = globalThis.location?.search) {
  const track = new URLSearchParams(address).get("track");
  return TRACKS.includes(track) ? track : undefined;
}

const savedTrack = async (store) => (await store.list("settings")).find(({ id }) => id === "track")?.value.track;

/** Undefined if nothing was chosen. */
export async function chosenTrack(store) {
  const saved = await savedTrack(store);
  return linkedTrack() ?? saved;
}

export const recallTrack = async (store) => (await chosenTrack(store)) ?? "both";

export async function saveTrack(store, track) {
  forgetLink();
  show(track);
  try {
    await store.put("settings", "track", { track });
  } catch (error) {
    await store.change("settings", "track", () => ({ track })); // the tools of this page follow it all the same
    throw error;
  }
}

// A reader's choice overrides the link that led here, even after a reload.
function forgetLink() {
  if (!linkedTrack()) return;
  const address = new URL(location.href);
  address.searchParams.delete("track");
  history.replaceState(history.state, "", address);
}

function show(track) {
  const root = document.documentElement;
  if (root.dataset.track !== track) root.removeAttribute("data-both");
  root.dataset.track = track;
}

/** Neither the store nor the copy outlives the page: before-theme.js has put a storage of its own in place. */
export const isVolatile = (store) => Boolean(store.problem) && !(localStorage instanceof Storage);

/**
 * Keeps the copy equal to the store: after a choice in a tool or in another tab, an import, an erasure. A store in
 * memory starts with what the copy has.
 */
export async function mirrorTrack(store) {
  const copy = store.problem ? localStorage.getItem(KEY) : null;
  if (copy) await store.put("settings", "track", { track: copy });
  store.watch("settings", async () => mirror(await savedTrack(store)));
  const track = await savedTrack(store);
  // A copy that is already right is left alone: the reader may be choosing while the store opens.
  if (localStorage.getItem(KEY) !== (track ?? null)) mirror(track);
}

function mirror(track) {
  if (track) localStorage.setItem(KEY, track);
  else localStorage.removeItem(KEY);
  show(linkedTrack() ?? track ?? "both");
}
