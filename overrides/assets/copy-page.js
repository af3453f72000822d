// What a page offers to take along can be copied as well: its text, words to say, a file.

import { addCopyButton, addFileCopyButton } from "./copying.js";
import { copied } from "./tools/shared/copying/copied.js";

for (const link of document.querySelectorAll(".page-text a")) addFileCopyButton(link, "Copy as Markdown");
for (const link of document.querySelectorAll(".copy-file a")) addFileCopyButton(link, "Copy");
for (const words of document.querySelectorAll(".copy-text")) {
  const text = words.textContent.trim();
  addCopyButton(words, "Copy", () => copied(text));
}
