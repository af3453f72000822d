// The file with a reader's saved data: read, checked, and compared with what is stored. Pure.

import { FORMAT } from "./export.js";
import { problemsOf } from "./record-check.js";

/**
 * { records } from the text of a file, or { problems: [sentence] } with everything that is wrong. `names`: the name of
 * each kind, such as { progress: "Progress" }.
 */
export function readFile(text, names = {}) {
  const { data, problem } = parsed(text);
  if (problem) return { problems: [problem] };
  const first = new Map();
  const problems = data.records.flatMap((record, at) =>
    [...problemsOf(record), ...repeated(record, at, first)].map(
      (what) => `Entry ${at + 1}${called(record, names)}: ${what}.`,
    ),
  );
  return problems.length ? { problems } : { records: data.records };
}

function parsed(text) {
  let data;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, "")); // an editor may have added a byte order mark
  } catch (error) {
    return {
      problem: `The file is not whole, or not a file of this guide. Choose one that “Save to a file” has made. The browser says: ${error.message}.`,
    };
  }
  if (typeof data?.format !== "string")
    return {
      problem: `This looks like another program’s file: it names its format as nothing, and this guide reads “${FORMAT}”. Choose one that “Save to a file” has made.`,
    };
  if (data.format !== FORMAT)
    return {
      problem: `The file names its format as ${JSON.stringify(data.format)}, and this guide reads “${FORMAT}”. If a newer guide made it, reload this page first.`,
    };
  if (!Array.isArray(data.records))
    return { problem: "The file has no list “records”. Choose one that “Save to a file” has made." };
  return { data };
}

const called = (record, names) =>
  record?.kind ? ` (${names[record.kind] ?? record.kind}${record.id ? `, ${record.id}` : ""})` : "";

const keyOf = ({ kind, id }) => JSON.stringify([kind, id]);

// `first`: the first index of each key.
function repeated(record, at, first) {
  if (!record?.kind) return [];
  const key = keyOf(record);
  if (first.has(key)) return [`entry ${first.get(key) + 1} is the same thing. Remove one of the two`];
  first.set(key, at);
  return [];
}

/** What a file would change: { kind: { added, same, conflicts } }, counts of its records. */
export function compared(stored, records) {
  const mine = new Map(stored.map((record) => [keyOf(record), record]));
  const counts = {};
  for (const record of records) {
    counts[record.kind] ??= { added: 0, same: 0, conflicts: 0 };
    const count = counts[record.kind];
    const old = mine.get(keyOf(record));
    count[!old ? "added" : isSame(old, record) ? "same" : "conflicts"] += 1;
  }
  return counts;
}

/** Which of two records with the same key to store; `choice` is "mine", "file" or "newer". */
export function chosen(mine, theirs, choice) {
  if (!mine) return theirs;
  if (isSame(mine, theirs) || choice === "mine") return mine;
  return choice === "file" || theirs.changed > mine.changed ? theirs : mine;
}

const isSame = (a, b) => ordered(a.value) === ordered(b.value);

// With sorted keys, since browsers may write them in different orders.
const ordered = (value) =>
  JSON.stringify(value, (_, inside) =>
    inside && typeof inside === "object" && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
