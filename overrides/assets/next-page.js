// The theme's keys n and . open the page that the head names as next. Firefox prefetches such a page on every load,
// which our content policy blocks with an error. So the head names none (overrides/main.html), and the keys use the
// footer's link.
document.addEventListener("keydown", (event) => {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
  if (!["n", "."].includes(key) || altKey || ctrlKey || metaKey || isTyping) return;
  const next = document.querySelector("a.md-footer__link--next");
  if (next instanceof HTMLAnchorElement) location.assign(next.href);
});
