// Nothing in scripts and styles is newer than the oldest browsers we support, unless it only decorates.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import bcd from "@mdn/browser-compat-data" with { type: "json" };

const FLOOR = { chrome: 109, firefox: 115, safari: 16 };
// What is newer, and why the page keeps its meaning without it.
const DECORATION = {
  "light-dark": "a step of the build writes plain values in its place",
  "color-mix": "a tint; the line or background before it stays",
  ":has": "Firefox 121: a highlight, or the theme's menu on a phone",
  "::details-content": "the theme opens folded text for printing",
  "text-wrap": "even lines in headings",
  hyphens: "long words in narrow cells; others break anywhere",
  "user-select": "Safari takes its prefixed name, which each rule has too",
  zoom: "marks of a legend drawn larger, and charts smaller on paper",
  "forced-color-adjust": "shapes in a reader's own colors, which browsers without it do not know either",
  size: "paper: margins of the page",
  page: "paper: margins of the page",
  "content-visibility": "the theme opens folded text for printing",
  "overflow-anchor": "Safari has no scroll anchoring to steer; there, scripts scroll back to a link's place",
  "field-sizing": "fields that grow with their text; others scroll",
  "transition-behavior":
    "the menu of a phone is drawn while it slides away; without it, as in Firefox, an empty one does",
};

const source = (pattern) =>
  globSync(`overrides/assets/${pattern}`)
    .filter((path) => !/vendor|searchable-map/.test(path))
    .map((path) => readFileSync(path, "utf-8"))
    .join("\n");
const css = source("**/*.css").replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, "");
const js = source("**/*.js").replace(/^\s*\/\/.*$/gm, "");

function isOldEnough(compat) {
  return Object.entries(FLOOR).every(([browser, floor]) =>
    [compat.support[browser]].flat().some(({ version_added: since, flags, prefix }) => {
      const version = Number.parseFloat(String(since).replace("≤", ""));
      return version <= floor && !flags && !prefix;
    }),
  );
}
const found = (text, pattern) => [...new Set(Array.from(text.matchAll(pattern), (match) => match[1]))];

// Each entry of a table of the data that has this name, however deep.
function named(table, name) {
  const here = table[name]?.__compat ? [table[name].__compat] : [];
  const deeper = Object.entries(table).filter(([key, value]) => key !== "__compat" && typeof value === "object");
  return [...here, ...deeper.flatMap(([, value]) => named(value, name))];
}
const tooNew = (names, look) => names.filter((name) => look(name).length && !look(name).some(isOldEnough));
const own = (table) => (name) => [table[name]?.__compat].filter(Boolean);
const undecorated = (names) => names.filter((name) => !(name in DECORATION));

test("properties of styles", () => {
  const names = found(css, /[;{\s]([a-z][a-z-]+)\s*:\s/g);
  assert.ok(names.length > 50);
  assert.deepEqual(undecorated(tooNew(names, own(bcd.css.properties))), []);
});

test("what copied text leaves behind, Safari leaves behind too", () => {
  const plain = css.match(/[\s;{]user-select:/g);
  assert.ok(plain.length);
  assert.equal(css.match(/-webkit-user-select: (\w+);\s*user-select: \1;/g)?.length, plain.length);
});

test("functions of styles", () => {
  const names = found(css, /([a-z][a-z-]+)\(/g);
  assert.deepEqual(undecorated(tooNew(names, (name) => named(bcd.css.types, name))), []);
});

test("selectors and at-rules", () => {
  const at = found(css, /@([a-z-]+)/g);
  assert.deepEqual(undecorated(tooNew(at, own(bcd.css["at-rules"]))), []);
  const selectors = Array.from(css.matchAll(/(::?)([a-z-]+)(?=[\s,({:.[>)])/g), ([, colons, name]) => colons + name);
  const look = (name) => own(bcd.css.selectors)(name.replace(/^:+/, ""));
  assert.deepEqual(undecorated(tooNew([...new Set(selectors)], look)), []);
  assert.doesNotMatch(css, /^\s*&/m, "nested rules are newer than the floor");
});

test("methods of scripts", () => {
  const { builtins } = bcd.javascript;
  const methods = (name) => Object.values(builtins).flatMap((one) => own(one)(name));
  const names = found(js, /\.([a-z]\w+)\(/g).filter((name) => !Object.values(bcd.api).some((one) => one[name]));
  assert.ok(names.includes("findLastIndex") || names.length > 50);
  assert.deepEqual(tooNew(names, methods), []);
});

// A pattern that a browser can't read ends the whole module.
const PARTS_OF_PATTERNS = { lookbehind_assertion: /\(\?<[=!]/, modifier: /\(\?[ims]*-?[ims]+:/ };

test("patterns of scripts", () => {
  const newer = tooNew(Object.keys(PARTS_OF_PATTERNS), own(bcd.javascript.regular_expressions));
  assert.deepEqual(newer, Object.keys(PARTS_OF_PATTERNS));
  assert.deepEqual(
    newer.filter((name) => PARTS_OF_PATTERNS[name].test(js)),
    [],
  );
});

test("what is newer is found", () => {
  assert.deepEqual(
    tooNew(["toSorted", "map"], (name) => own(bcd.javascript.builtins.Array)(name)),
    ["toSorted"],
  );
  assert.deepEqual(tooNew(["interpolate-size", "color"], own(bcd.css.properties)), ["interpolate-size"]);
});
