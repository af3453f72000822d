// The look of each element that a selector names, as the browser computes it: { looks, seen }. A look is text, a line a
// property; `seen` has the index of the look for each element or pseudo-element. Run in a page by comparing.py.
//
// Each look is sent once, since pages have thousands of elements and few looks. Elements that hardly any rule can tell
// apart, by their names, attributes and places, look alike: two of each are read.
export default function computed(elements) {
  const MOST_ALIKE = 2;
  const PARTS = [null, "::before", "::after", "::marker"];
  // The values of other attributes, such as ids and addresses, hardly occur in style sheets.
  const HAS_STYLED_VALUE = /^(class|type|role|open|dir|aria-(?!label).*)$/;
  const properties = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));

  const attribute = ({ name, value }) => (HAS_STYLED_VALUE.test(name) ? `${name}=${value}` : name);
  const tag = (element) => `${element.localName} ${[...element.attributes].map(attribute)}`;
  const kinds = new Map([[document.body, ""]]);
  const kindOf = (element) => {
    const before = element.previousElementSibling;
    const place = `${before ? tag(before) : "first"}${element.nextElementSibling ? "" : " last"}`;
    if (!kinds.has(element)) kinds.set(element, `${kindOf(element.parentElement)}/${place}+${tag(element)}`);
    return kinds.get(element);
  };

  // Browsers write the same position of a background in two ways.
  const valueIn = (style, name) => style.getPropertyValue(name).replace(/^0% 0%$/, "0px 0px");
  const isDrawn = (element, part, { content, display }) =>
    part === "::marker" ? element.matches("li, summary") : !part || ![content, display].includes("none");
  const lookOf = (element, part) => {
    const style = getComputedStyle(element, part);
    if (!isDrawn(element, part, style)) return undefined;
    return properties.map((name) => `${name}: ${valueIn(style, name)}`).join("\n");
  };

  const looks = new Map();
  const seen = {};
  const counts = new Map();
  for (const [index, element] of document.querySelectorAll(elements).entries()) {
    const kind = kindOf(element);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (counts.get(kind) > MOST_ALIKE) continue;
    for (const part of PARTS) {
      const look = lookOf(element, part);
      if (look === undefined) continue;
      if (!looks.has(look)) looks.set(look, looks.size);
      seen[`${index + 1} ${element.tagName}.${element.className}${part ?? ""}`] = looks.get(look);
    }
  }
  return { looks: [...looks.keys()], seen };
}
