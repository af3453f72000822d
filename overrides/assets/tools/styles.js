// Loads a sheet of styles that several tools share, beside the module that needs it. It is a link and no `@import`, which
// axe would copy into the page, against the policy.
export function useStyles(name) {
  const href = new URL(name, import.meta.url).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}
