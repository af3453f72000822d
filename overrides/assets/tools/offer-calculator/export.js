// Offers as files: Markdown to read, CSV for a spreadsheet.

import { offerDownload } from "../shared/output/output.js";
import { today } from "../shared/today.js";
import { spoken } from "./checks.js";
import { placeOffer } from "./evidence.js";
import { compareOffers, offerYears, PARTS, YEARS } from "./sums/years.js";
import { assumptions, nameOf } from "./words.js";

// Escapes what a reader typed, so that none of it is Markdown.
const markdownText = (text) => text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+\-.!|<>~$&^=]/g, "\\$&");

// A spreadsheet runs a cell that starts like this as a formula; an apostrophe makes it text.
const FORMULA = /^[\s]*[=+\-@]|^[\t\r\n]/;

export function csvCell(value) {
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells) => `| ${cells.join(" | ")} |`;

function markdownTable(columns, rows) {
  return [line(columns), line(columns.map((_, index) => (index ? "---:" : "---"))), ...rows.map(line)].join("\n");
}

const shownParts = (years) => PARTS.filter(({ id }) => years.some((year) => year[id]));

function yearsTable(years) {
  const rows = [...shownParts(years), { id: "total", name: "Together" }];
  return markdownTable(
    ["Part", ...YEARS.map((year) => `Year ${year}`)],
    rows.map(({ id, name }) => [markdownText(name), ...years.map((year) => spoken(year[id]))]),
  );
}

const evidenceLine = (entry) => {
  const age = entry.stale ? `${entry.as_of}, ${entry.stale}` : entry.as_of;
  const reports = entry.n === null ? "" : `, ${entry.n} reports${entry.small ? ", a small sample" : ""}`;
  const kind = entry.nearest ? `We saw no post of your own kind; the nearest is “${entry.nearest}”. ` : "";
  return `${kind}${entry.title}: ${entry.says}. ${entry.what}, ${spoken(entry.value)}, is ${entry.place}. (${age}${reports})`;
};

function offerSection(entry, lists) {
  const { entries, missing } = placeOffer(entry.offer, lists);
  const parts = [
    `## ${markdownText(nameOf(entry))}`,
    yearsTable(offerYears(entry.offer, lists)),
    `### What it rests on\n\n${assumptions(entry.offer, lists)
      .map(([what, how]) => `- ${markdownText(`${what}: ${how}`)}`)
      .join("\n")}`,
  ];
  if (entries.length)
    parts.push(
      `### Against the evidence\n\n${entries.map((entry) => `- ${markdownText(evidenceLine(entry))}`).join("\n")}`,
    );
  if (missing.length) parts.push(`### Not known\n\n${missing.map((text) => `- ${markdownText(text)}`).join("\n")}`);
  return parts.join("\n\n");
}

function comparison(entries, lists) {
  const rows = compareOffers(entries, lists).map(({ name, values }) => [name, ...values.map(spoken)]);
  return `## Side by side\n\n${markdownTable(["", ...entries.map((entry) => markdownText(nameOf(entry)))], rows)}`;
}

/** entries = [{ id, offer }], whole offers only; day = "2026-11-25". */
export function asMarkdown(entries, lists, day) {
  return [
    `# Offers, year by year\n\nMade on ${day}. Before tax, in dollars of the letter. Not advice: your letter and its agreements decide.`,
    ...entries.map((entry) => offerSection(entry, lists)),
    ...(entries.length > 1 ? [comparison(entries, lists)] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

// Without it, Excel reads the file in an old Windows encoding.
const BYTE_ORDER_MARK = "\ufeff";

/** One row per part and offer; amounts are plain numbers of dollars. Line endings follow RFC 4180. */
export function asCsv(entries, lists) {
  const rows = [["offer", "part", ...YEARS.map((year) => `year ${year}`)]];
  for (const entry of entries) {
    const years = offerYears(entry.offer, lists);
    for (const { id, name } of [...shownParts(years), { id: "total", name: "Together" }]) {
      rows.push([nameOf(entry), name, ...years.map((year) => year[id])]);
    }
  }
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

const FORMATS = {
  Markdown: { ending: "md", type: "text/markdown", make: asMarkdown },
  CSV: { ending: "csv", type: "text/csv", make: asCsv },
};

/** Saves the offers as a file. */
export function saveOffers(format, entries, lists) {
  const { ending, type, make } = FORMATS[format];
  offerDownload(`offers-${today()}.${ending}`, type, make(entries, lists, today()));
}
