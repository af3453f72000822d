// The text of a page can be copied where it can be saved.
import { addFileCopyButton } from "./copying.js";

const text = document.querySelector(".page-text a");
if (text) addFileCopyButton(text, "Copy as Markdown");
