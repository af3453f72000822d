// Tells the search worker that a reader is about to search, so that it loads while they type.
const field = document.querySelector("[data-md-component=search-query]");
const channel = new BroadcastChannel("search-intent");
let wanted = false;
// Results for the reader's own track come first.
const intent = () => `warm ${document.documentElement.dataset.track}`;
const warm = () => {
  wanted = true;
  channel.postMessage(intent());
  import("./search-box.js");
};
// The theme starts the worker at the first focus, so it may have missed the message.
channel.onmessage = ({ data }) => data === "here" && wanted && channel.postMessage(intent());
field?.addEventListener("focus", warm);
if (document.activeElement === field) warm(); // `?q=`
