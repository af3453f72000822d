// What is done: one record a mark, "progress" with the id of what is marked.

import { today } from "./today.js";

// The ids of all marks among records, and the newest of them: { id, changed } or undefined.
export const doneIds = (records) => records.map(({ id }) => id);
export const newest = (records) =>
  records.reduce((last, record) => (!last || record.changed > last.changed ? record : last), undefined);

// Removing a mark removes its record.
export const mark = (store, id, isDone) => store.put("progress", id, isDone ? { done: today() } : undefined);
