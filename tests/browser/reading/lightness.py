"""How light a page is, by which a test knows its palette."""

from __future__ import annotations

# How light the background of the page is, from 0 (black) to 255.
LIGHTNESS = """
() => {
  for (let e = document.querySelector("h1"); e; e = e.parentElement) {
    const [r, g, b, a = 1] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
    if (a > 0) return (r + g + b) / 3;
  }
  return 255;
}
"""
