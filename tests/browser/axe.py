"""axe-core over what a page shows: WCAG 2.2 AA and best practices, in both palettes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The palettes differ in colors and in nothing else: all rules run in one, the rules about colors in both.
OPTIONS = {
    "light": {
        "runOnly": {"type": "tag", "values": TAGS},
        # target-size (WCAG 2.2 AA) is off unless it is named.
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
    },
    "dark": {
        "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
        "resultTypes": ["violations"],
    },
}
# A desktop, the same at 200 % zoom, and at the 400 % of WCAG 1.4.10.
WIDTHS = (1280, 640, 320)
SCHEMES = {"light": "default", "dark": "slate"}
# What floats over the page hides a part of other targets at some scroll positions, which axe would blame on them.
LIE_DOWN = """places => Object.entries(places).forEach(([selector, position]) =>
  document.querySelectorAll(selector).forEach(element => element.style.position = position))"""
LYING = {".md-header": "relative", ".md-top": "static"}
FLOATING = dict.fromkeys(LYING, "")


def violations(page: Page, *palettes: str) -> list[str]:
    """What axe finds, a sentence each, in the palettes named or in all; the page is left in the last one."""
    return [text for palette in palettes or OPTIONS for text in _in_palette(page, palette)]


def _in_palette(page: Page, palette: str) -> list[str]:
    # The attribute is all that the theme's switch sets; one load serves both palettes.
    body = page.locator("body")
    body.evaluate("(e, name) => e.setAttribute('data-md-color-scheme', name)", SCHEMES[palette])
    expect(body).to_have_css("color-scheme", palette)
    return [f"{palette} {text}" for text in sentences(page, palette)]


def sentences(page: Page, palette: str) -> Iterator[str]:
    """What axe finds by the rules of a palette, on the page as it is."""
    with _nothing_floating(page):
        response: dict[str, Any] = Axe().run(page, options=OPTIONS[palette]).response
    for violation in response["violations"]:
        for node in violation["nodes"]:
            why = " ".join(node["failureSummary"].split())
            yield f"{violation['id']}: {' '.join(map(str, node['target']))}: {why[:200]}"


@contextmanager
def _nothing_floating(page: Page) -> Iterator[None]:
    page.evaluate(LIE_DOWN, LYING)
    yield
    page.evaluate(LIE_DOWN, FLOATING)
