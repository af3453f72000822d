// Checks the records of an imported file before anything is written. Only the import loads this: tools trust the values
// that they write themselves, and tests check those against it.

import { isoTimestamp, pipe, regex, safeParse, strictObject, string } from "../vendor/valibot.js";
import { faultOf, unknownTool } from "./file-faults.js";
import { SHAPES } from "./shapes.js";

/** What is wrong with a record, in a reader's words: ["“done” is 5, and must be text", ...]. */
export function problemsOf(record) {
  const kind = record?.kind ?? "";
  if (!Object.hasOwn(SHAPES, kind)) return [unknownTool(kind)];
  const { issues = [] } = safeParse(recordOf(kind, record.id), record);
  return issues.map(faultOf);
}

// The shape of a record of a kind. An id that matches none of them is checked against the first.
function recordOf(kind, id) {
  const shapes = [SHAPES[kind]].flat();
  const { value } = shapes.find((shape) => shape.id.test(id)) ?? shapes[0];
  const ids = new RegExp(shapes.map((shape) => shape.id.source).join("|"));
  return strictObject({
    kind: string(),
    id: pipe(string(), regex(ids)),
    changed: pipe(string(), isoTimestamp()),
    value,
  });
}
