// A link of old to an anchor whose text is on another page now: its entry in the page's list knows the new place.
const lead = () => {
  const moved = document.getElementById(location.hash.slice(1));
  if (moved?.matches("a[data-moved]")) location.replace(moved.href);
};
addEventListener("hashchange", lead);
lead();
