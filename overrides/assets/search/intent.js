// Tells the worker that a reader is about to search, so that it loads while they type.
const field = document.querySelector("[data-md-component=search-query]");
const channel = new BroadcastChannel("search-intent");
const warm = () => {
  channel.postMessage("warm");
  import("./search-box.js");
};
field?.addEventListener("focus", warm);
if (document.activeElement === field) warm(); // `?q=`
