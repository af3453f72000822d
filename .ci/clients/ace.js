// Asks Ace, which the DAISY Consortium made, about one EPUB: `node .ci/clients/ace.js book.epub folder`. Its report is
// folder/report.json. The browser is the one that PUPPETEER_EXECUTABLE_PATH names.

import runner from "@daisy/ace-axe-runner-puppeteer";
import ace from "@daisy/ace-core";

const [book, outdir] = process.argv.slice(2);
await ace(book, { cwd: process.cwd(), outdir, initLogger: true, silent: true }, runner);
process.exit(0); // its log keeps the process alive
