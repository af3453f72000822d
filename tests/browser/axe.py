"""axe-core over what a page shows: WCAG 2.2 AA and best practices, in both palettes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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
ALL_BUT_COLORS = EVERY_RULE | {
    "rules": {"target-size": {"enabled": True}} | {rule: {"enabled": False} for rule in COLOR_RULES}
}
# The palettes differ in colors and in nothing else: all rules run in one, the rules about colors in both.
OPTIONS = {"light": EVERY_RULE, "dark": COLORS}
# What a tool shows is read at the 400% zoom of WCAG 1.4.10, where room is scarcest and all of its controls are there.
# The slow proofs read it at a desktop's width and at 200% zoom too.
WIDTHS = (320, *(pytest.param(width, marks=pytest.mark.long) for width in (640, 1280)))
SCHEMES = {"light": "default", "dark": "slate"}
RUN = "async ([within, options]) => (await axe.run(within ?? document, options)).violations"
# What floats over the page hides a part of other targets at some scroll positions, which axe would blame on them.
LIE_DOWN = """places => Object.entries(places).forEach(([selector, position]) =>
  document.querySelectorAll(selector).forEach(element => element.style.position = position))"""
LYING = {".md-header": "relative", ".md-top": "static"}
FLOATING = dict.fromkeys(LYING, "")


def violations(page: Page, *palettes: str, within: str | None = None) -> list[str]:
    """What axe finds, a sentence each, in the palettes named or in all; the page is left in the last one.

    `within` is the selector of the part to look at, such as a tool on a page that another test reads whole.
    """
    return [
        f"{palette} {text}"
        for palette in palettes or OPTIONS
        for text in _in_palette(page, palette, OPTIONS[palette], within)
    ]


def color_violations(page: Page, within: str | None = None) -> list[str]:
    """What axe finds about the colors of a page or of a part of it, a sentence each, in both palettes."""
    return [
        f"{palette} {text}"
        for palette in OPTIONS
        for text in _in_palette(page, palette, COLORS, within)
    ]


def _in_palette(
    page: Page, palette: str, options: dict[str, Any], within: str | None = None
) -> Iterator[str]:
    # The attribute is all that the theme's switch sets; one load serves both palettes.
    body = page.locator("body")
    body.evaluate("(e, name) => e.setAttribute('data-md-color-scheme', name)", SCHEMES[palette])
    expect(body).to_have_css("color-scheme", palette)
    yield from sentences(page, options, within)


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
