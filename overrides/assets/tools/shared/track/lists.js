// The lists of a tool by track: the reader's own first, the other one folded behind its count.

import { html } from "../../vendor/lit.js";
import { isMine } from "./track.js";

/**
 * @param {string} track the reader's
 * @param {Record<string, string>} names headings by track, in their order
 * @param {{ track: string }[]} items
 * @param {string} noun what the items are, in the plural
 * @param {(items: any[]) => unknown} list draws some of them
 */
export function byTrack(track, names, items, noun, list) {
  const parts = Object.entries(names).map(([id, name]) => ({
    id,
    name,
    own: items.filter((item) => item.track === id),
  }));
  const shown = parts.filter(({ id }) => isMine(track, { track: id }));
  const others = parts.filter((part) => !shown.includes(part));
  return [
    shown.map(({ name, own }) => html`<h3>${name}</h3>${list(own)}`),
    others.map(
      ({ id, own }) =>
        html`<details><summary>${own.length} ${id.toUpperCase()} ${noun}, not your track</summary>${list(own)}</details>`,
    ),
  ];
}
