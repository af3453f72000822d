"""axe-core over what a page shows: WCAG 2.2 AA and best practices, in both palettes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOR_RULES = ["color-contrast", "link-in-text-block"]
VIOLATIONS_ONLY = {"resultTypes": ["violations"]}
# target-size (WCAG 2.2 AA) is off unless it is named.
EVERY_RULE = VIOLATIONS_ONLY | {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
}
COLORS = VIOLATIONS_ONLY | {"runOnly": {"type": "rule", "values": COLOR_RULES}}
TARGET_SIZES = VIOLATIONS_ONLY | {"runOnly": {"type": "rule", "values": ["target-size"]}}
# Colors are the dearest to measure, and belong to components rather than to pages.
NO_COLORS = {rule: {"enabled": False} for rule in COLOR_RULES}
ALL_BUT_COLORS = EVERY_RULE | {"rules": {"target-size": {"enabled": True}} | NO_COLORS}
# The sizes of targets are next, and smallest on a phone.
ALL_BUT_COLORS_AND_SIZES = EVERY_RULE | {"rules": {"target-size": {"enabled": False}} | NO_COLORS}
# The palettes differ in colors and in nothing else: all rules run in one, the rules about colors in both.
PALETTES = ("light", "dark")
# What a tool shows is read at the 400% zoom of WCAG 1.4.10, where room is scarcest and all of its controls are there.
# The slow proofs read it at a desktop's width too, colors included; on the same visit, targets and widths at 200% zoom.
NARROW, DESK = 320, 1280
WIDTHS = (NARROW, pytest.param(DESK, marks=pytest.mark.long))
SCHEMES = {"light": "default", "dark": "slate"}
RUN = "async ([within, options]) => (await axe.run(within ?? document, options)).violations"
# To judge colors, axe looks at what lies behind every text, which is most of its work. Texts in elements of the same
# names, classes and states, all the way up, have the same colors: a few of each kind are enough.
MOST_ALIKE = 2  # for rows that alternate
SAMPLED = "data-sampled"
SCRIPT = Path(__file__).with_name("sampling.js").read_text(encoding="utf-8")
SAMPLE = SCRIPT.partition("export default ")[2]
# What floats over the page hides a part of other targets at some scroll positions, which axe would blame on them.
LIE_DOWN = """places => Object.entries(places).forEach(([selector, position]) =>
  document.querySelectorAll(selector).forEach(element => element.style.position = position))"""
LYING = {".md-header": "relative", ".md-top": "static"}
FLOATING = dict.fromkeys(LYING, "")


def violations(page: Page, within: str | None = None) -> list[str]:
    """What axe finds, a sentence each.

    `within` is the selector of the part to look at, such as a tool on a page that another test reads whole. Its colors
    are not read at NARROW, which each caller repeats at DESK.
    """
    choose_palette(page, PALETTES[0])
    found = [f"{PALETTES[0]} {text}" for text in sentences(page, ALL_BUT_COLORS, within)]
    width = page.viewport_size["width"] if within else None
    if width == NARROW:
        return found
    if width == DESK:
        found += _violations_when_zoomed(page, within)
    return found + color_violations(page, within)


def _violations_when_zoomed(page: Page, within: str) -> list[str]:
    """What is too small or too wide in a part of a page on a desktop at 200% zoom."""
    size = page.viewport_size
    page.set_viewport_size({**size, "width": size["width"] // 2})
    found = [f"at 200%: {text}" for text in sentences(page, TARGET_SIZES, within)]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("at 200%: the page is wider than the screen")
    page.set_viewport_size(size)
    return found


def color_violations(page: Page, within: str | None = None) -> list[str]:
    """What axe finds about the colors of a page or of a part of it, a sentence each, in both palettes."""
    if not page.evaluate(SAMPLE, [within, MOST_ALIKE, SAMPLED]):
        return []  # nothing that can be read
    found = []
    for palette in PALETTES:
        choose_palette(page, palette)
        found += [f"{palette} {text}" for text in sentences(page, COLORS, f"[{SAMPLED}]")]
    return found


def choose_palette(page: Page, palette: str) -> None:
    """What the theme's switch does: the attribute is all that it sets, so one load serves both palettes."""
    body = page.locator("body")
    body.evaluate("(e, name) => e.setAttribute('data-md-color-scheme', name)", SCHEMES[palette])
    expect(body).to_have_css("color-scheme", palette)


def sentences(page: Page, options: dict[str, Any], within: str | None = None) -> Iterator[str]:
    """What axe finds with these options, on the page as it is."""
    _put_axe_in(page)
    with _nothing_floating(page):
        violations = page.evaluate(RUN, [within, options])
    for violation in violations:
        for node in violation["nodes"]:
            why = " ".join(node["failureSummary"].split())
            yield f"{violation['id']}: {' '.join(map(str, node['target']))}: {why[:200]}"


def _put_axe_in(page: Page) -> None:
    # Half a megabyte of script: the wrapper's own `run` would read it again for each look at a page.
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)


@contextmanager
def _nothing_floating(page: Page) -> Iterator[None]:
    page.evaluate(LIE_DOWN, LYING)
    yield
    page.evaluate(LIE_DOWN, FLOATING)
