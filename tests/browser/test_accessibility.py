"""axe-core finds nothing on any page: WCAG 2.2 AA and best practices, both palettes, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, go
from tests.built.site import ADDRESS_OF_404, page_urls

PAGES = [*page_urls(), ADDRESS_OF_404]
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
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing(new_context: Opener, url: str, width: int) -> None:
    page = new_context(width, reduced_motion="reduce", color_scheme="light").new_page()
    go(page, url)
    # What is folded away is content too.
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    found = [text for palette in OPTIONS for text in _violations(page, palette)]
    assert not found, "\n".join([f"{len(found)} violations at {width} px", *found])


def _violations(page: Page, palette: str) -> list[str]:
    # The attribute is all that the theme's switch sets; one load serves both palettes.
    body = page.locator("body")
    body.evaluate("(e, name) => e.setAttribute('data-md-color-scheme', name)", SCHEMES[palette])
    expect(body).to_have_css("color-scheme", palette)
    response = Axe().run(page, options=OPTIONS[palette]).response
    return [f"{palette} {text}" for text in _sentences(response)]


def _sentences(response: dict[str, Any]) -> Iterator[str]:
    for violation in response["violations"]:
        for node in violation["nodes"]:
            why = " ".join(node["failureSummary"].split())
            yield f"{violation['id']}: {' '.join(map(str, node['target']))}: {why[:200]}"


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("query", ["senior pm pay", "zzqqxxyy"])
def test_axe_finds_nothing_with_the_search_open(
    new_context: Opener, query: str, width: int
) -> None:
    found = []
    for palette, options in OPTIONS.items():
        page = new_context(width, reduced_motion="reduce", color_scheme=palette).new_page()
        page.goto(f"loops/pm/?q={query}")
        page.wait_for_selector(".md-search-result__link")
        page.wait_for_timeout(500)
        response = Axe().run(page, options=options).response
        found += [f"{palette} {text}" for text in _sentences(response)]
    assert not found, "\n".join([f"{len(found)} violations at {width} px", *found])
