// Asks Ace, which the DAISY Consortium made, about EPUBs: `node .ci/clients/ace.js folder book.epub other.epub ...`. The
// report of each is folder/book/report.json. The browser is the one that PUPPETEER_EXECUTABLE_PATH names.
//
// Books share most of their chapters. Those with the same markup are drawn and judged once, in whichever book they come
// first: all that differs are words, numbers of notes, and places that links lead to.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import runner from "@daisy/ace-axe-runner-puppeteer";
import ace from "@daisy/ace-core";

const [folder, ...books] = process.argv.slice(2);
const NO_COLORS = fileURLToPath(new URL("no-colors.js", import.meta.url));
const judged = new Map();

function markupOf(address) {
  return readFileSync(new URL(address), "utf8")
    .replace(/>([^<]*)</g, (_, words) => (words.trim() ? ">words<" : "><"))
    .replace(/ href="[^"#][^"]*"/g, " href")
    .replace(/ aria-label="Source \d+"/g, " aria-label");
}

const onceForEachMarkup = {
  ...runner,
  async run(address, [axe, ...scripts], ...more) {
    const markup = markupOf(address);
    if (!judged.has(markup)) {
      judged.set(markup, runner.run(address, [axe, NO_COLORS, ...scripts], ...more).then(JSON.stringify));
    }
    return JSON.parse(await judged.get(markup)); // Ace writes into what it is given
  },
};

for (const book of books) {
  const outdir = join(folder, basename(book, ".epub"));
  await ace(book, { cwd: process.cwd(), outdir, initLogger: book === books[0], silent: true }, onceForEachMarkup);
}
process.exit(0); // its log keeps the process alive
