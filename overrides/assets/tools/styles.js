// Loads a sheet of styles that several tools share, beside the module that needs it. It is a link and no `@import`, which
// axe would copy into the page, against the policy. A sheet still on its way counts, too: two modules may ask at once.
export function useStyles(name) {
  const href = new URL(name, import.meta.url).href;
  if ([...document.querySelectorAll("link")].some((link) => link.href === href)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}
