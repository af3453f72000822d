// The file in which a reader takes along what the tools keep: read, checked, and compared with what is kept. Pure.
import { FORMAT } from "./export.js";
import { problemsOf } from "./shapes.js";

// { records } of a file's text, or { problems: [sentence] }: all that is wrong, each with its place. Never both.
export function readFile(text) {
  const { data, problem } = parsed(text);
  if (problem) return { problems: [problem] };
  const problems = [...data.records.flatMap(recordProblems), ...repeated(data.records)];
  return problems.length ? { problems } : { records: data.records };
}

function parsed(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { problem: `The file is not whole, or not a file of this guide: ${error.message}. Choose one that “Save to a file” has made.` };
  }
  if (data?.format !== FORMAT) return { problem: `The file names its format as ${JSON.stringify(data?.format) ?? "nothing"}, and this guide reads “${FORMAT}”. If a newer guide made it, reload this page first.` };
  if (!Array.isArray(data.records)) return { problem: "The file has no list “records”. Choose one that “Save to a file” has made." };
  return { data };
}

const called = (record, at) => `Entry ${at + 1}${record?.kind ? ` (${record.kind}${record.id ? `, ${record.id}` : ""})` : ""}`;

const recordProblems = (record, at) => problemsOf(record).map(({ where, what }) => `${called(record, at)}${where ? `, ${where}` : ""}: ${what}.`);

const keyOf = ({ kind, id }) => JSON.stringify([kind, id]);

function repeated(records) {
  const seen = new Set();
  return records.flatMap((record, at) => {
    const key = keyOf(record ?? {});
    if (!seen.has(key)) return seen.add(key) && [];
    return [`${called(record, at)}: stands in the file twice. Take one of the two out.`];
  });
}

// What a file would change: { kind: { added, same, conflicts } }, counts of its records.
export function compared(kept, records) {
  const mine = new Map(kept.map((record) => [keyOf(record), record]));
  const counts = {};
  for (const record of records) {
    const count = (counts[record.kind] ??= { added: 0, same: 0, conflicts: 0 });
    const old = mine.get(keyOf(record));
    count[!old ? "added" : isSame(old, record) ? "same" : "conflicts"] += 1;
  }
  return counts;
}

// The record to keep of two with one place; `choice` is "mine", "file" or "newer".
export function chosen(mine, theirs, choice) {
  if (!mine) return theirs;
  if (isSame(mine, theirs) || choice === "mine") return mine;
  return choice === "file" || theirs.changed > mine.changed ? theirs : mine;
}

const isSame = (one, other) => ordered(one.value) === ordered(other.value);

// Keys in one order, since two browsers may write them in two.
const ordered = (value) => JSON.stringify(value, (_, inside) =>
  inside && typeof inside === "object" && !Array.isArray(inside)
    ? Object.fromEntries(Object.entries(inside).sort(([one], [other]) => (one < other ? -1 : 1)))
    : inside);
