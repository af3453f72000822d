// The theme's keys n and . lead to the page that the head names as next. Firefox fetches such a page ahead, with every
// load, and our policy forbids that. So the head names none (overrides/main.html), and these keys take the link at the foot.
document.addEventListener("keydown", (event) => {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  const isWritten =
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
  if (!["n", "."].includes(key) || altKey || ctrlKey || metaKey || isWritten) return;
  const next = document.querySelector("a.md-footer__link--next");
  if (next instanceof HTMLAnchorElement) location.assign(next.href);
});
