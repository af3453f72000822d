// Few pages have gained or lost anchors. Only those load the redirects.
if (document.querySelector("[data-moved], [data-moved-to]")) import("./moved-anchors.js");
