// What is done: one record a mark, "progress" with the id of what is marked.
import { today } from "./dates.js";

// The ids of all marks among records, and the newest of them: { id, changed } or undefined.
export const doneIds = (records) => records.map(({ id }) => id);
export const newest = (records) =>
  records.reduce((last, record) => (!last || record.changed > last.changed ? record : last), undefined);

// Taking a mark off removes its record.
export const mark = (store, id, isDone) => store.put("progress", id, isDone ? { done: today() } : undefined);

// The reader's track: "pm", "pmm" or "both", which is also the answer of who has not chosen.
export async function recallTrack(store) {
  const [record] = await store.list("settings");
  return record?.value.track ?? "both";
}

export const keepTrack = (store, track) => store.put("settings", "track", { track });

export const TRACK_NAMES = { pm: "PM", pmm: "PMM", both: "Both, or not chosen yet" };

export const isMine = (track, item) => [track, "both"].includes(item.track) || track === "both";
