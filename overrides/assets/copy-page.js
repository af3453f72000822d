// Adds a copy button to what a page offers: its text as Markdown, a file, words to say.

import { addCopyButton, addFileCopyButton } from "./copy-button.js";
import { copyText } from "./tools/shared/copying/clipboard.js";

for (const link of document.querySelectorAll(".page-text a")) addFileCopyButton(link, "Copy as Markdown");
for (const link of document.querySelectorAll(".copy-file a")) addFileCopyButton(link, "Copy");
for (const words of document.querySelectorAll(".copy-text")) {
  const text = words.textContent.trim();
  addCopyButton(words, "Copy", () => copyText(text));
}
