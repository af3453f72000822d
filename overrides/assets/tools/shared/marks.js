// What a reader has marked as done: records of the kind "progress", with the id of the marked item.

import { today } from "./today.js";

/** The ids of all marks, and the newest mark or undefined. */
export const doneIds = (records) => records.map(({ id }) => id);
export const newest = (records) =>
  records.reduce((last, record) => (!last || record.changed > last.changed ? record : last), undefined);

/** Unmarking removes the record. */
export const mark = (store, id, isDone) => store.put("progress", id, isDone ? { done: today() } : undefined);
