// Few pages have taken over anchors of others, or given some away. Only they load what leads on.
if (document.querySelector("[data-moved], [data-moved-to]")) import("./moved-anchors.js");
