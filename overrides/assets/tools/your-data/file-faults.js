// What is wrong with a record of a file, in a reader's words. Pure.

const KINDS = { string: "text", number: "a number", array: "a list", strict_object: "a group of entries" };
const DAY = "a day, such as 2026-11-25";

const quoted = (value) => (typeof value === "string" ? `“${value}”` : (JSON.stringify(value) ?? "nothing"));
const isMissing = ({ type, received, expected, path }) =>
  type === "strict_object" && received === "undefined" && expected !== "never" && path;
const isUnknown = ({ type, expected }) => type === "strict_object" && expected === "never";

// What a value must be, by valibot's name of the check that failed.
const MUST_BE = {
  picklist: ({ expected }) => `one of ${expected.replace(/[()"]/g, "").replaceAll(" | ", ", ")}`,
  iso_date: () => DAY,
  check: () => DAY,
  iso_timestamp: () => "a moment, such as 2026-11-25T09:00:00.000Z",
  non_empty: () => "filled",
  integer: () => "a whole number",
  finite: () => "a number",
  min_value: ({ requirement }) => `${requirement} or more`,
  max_value: ({ requirement }) => `${requirement} or less`,
  max_length: ({ requirement, input }) =>
    `${requirement} ${typeof input === "string" ? "characters" : "entries"} long at most`,
  regex: () => "a name that the tool gives",
};

// "answers, number 1, rating": the path of a value in the file.
const placeOf = ({ path = [] }) =>
  path
    .map(({ key }) => (typeof key === "number" ? `number ${key + 1}` : key))
    .filter((key) => key !== "value")
    .join(", ") || "value";

/** "“done” is 5, and must be text": an issue of valibot as a sentence without its period. */
export function faultOf(issue) {
  const place = `“${placeOf(issue)}”`;
  if (isUnknown(issue)) return `${place} is unknown here. If a newer guide made the file, reload this page first`;
  if (isMissing(issue)) return `${place} is missing`;
  return `${place} is ${quoted(issue.input)}, and must be ${MUST_BE[issue.type]?.(issue) ?? KINDS[issue.type] ?? issue.expected}`;
}

export const unknownTool = (kind) =>
  typeof kind === "string" && kind
    ? `this guide has no tool “${kind}”. If a newer guide made the file, reload this page first`
    : "it names no tool (“kind” is missing)";
