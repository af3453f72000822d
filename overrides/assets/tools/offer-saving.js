// Hands the reader a file of the offers.
import { today } from "./dates.js";
import { offerDownload } from "./download.js";
import { asCsv, asMarkdown } from "./offer-export.js";

const FORMATS = {
  Markdown: { ending: "md", type: "text/markdown", make: asMarkdown },
  CSV: { ending: "csv", type: "text/csv", make: asCsv },
};

export function saveOffers(format, entries, lists) {
  const { ending, type, make } = FORMATS[format];
  offerDownload(`offers-${today()}.${ending}`, type, make(entries, lists, today()));
}
