// Marks texts to be judged by their colors, a few of each look, and counts the looks. Run in a page by axe.py.
export default function sample([within, most, mark]) {
  const STATES = [
    "class",
    "role",
    "type",
    "style",
    "open",
    "disabled",
    "aria-checked",
    "aria-current",
    "aria-disabled",
    "aria-expanded",
    "aria-invalid",
    "aria-pressed",
    "aria-selected",
  ];
  const look = (e) => [e.localName, e.matches(":checked"), ...STATES.map((name) => e.getAttribute(name))].join();
  const known = new Map([[null, ""]]);
  const looks = (e) => {
    if (!known.has(e)) known.set(e, `${looks(e.parentElement)}/${look(e)}`);
    return known.get(e);
  };
  const holdsText = (e) =>
    e.matches("input, select, textarea") ||
    [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  for (const e of document.querySelectorAll(`[${mark}]`)) e.removeAttribute(mark);
  const counts = new Map();
  for (const root of document.querySelectorAll(within ?? "body")) {
    for (const e of [root, ...root.querySelectorAll("*")]) {
      if (!holdsText(e) || !e.checkVisibility() || e.hasAttribute(mark)) continue;
      const count = (counts.get(looks(e)) ?? 0) + 1;
      counts.set(looks(e), count);
      if (count <= most) e.setAttribute(mark, "");
    }
  }
  return counts.size;
}
