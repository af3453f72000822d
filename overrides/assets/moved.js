// Only the few pages that gained or lost anchors load the redirects.
if (document.querySelector("[data-moved], [data-moved-to]")) import("./moved-anchors.js");
