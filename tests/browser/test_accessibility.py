"""axe-core finds nothing on any page: WCAG 2.2 AA and best practices, both palettes, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Opener, go
from tests.built.site import ADDRESS_OF_404, page_urls

PAGES = [*page_urls(), ADDRESS_OF_404]
# The palettes differ in colours and in nothing else, so that all rules run in one and the rules of colour in both.
TAGS = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["cat.color"],
}
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing(new_context: Opener, url: str, width: int) -> None:
    page = new_context(width, reduced_motion="reduce").new_page()
    found = [text for palette in TAGS for text in _violations(page, url, palette)]
    assert not found, "\n".join([f"{len(found)} violations at {width} px", *found])


def _violations(page: Page, url: str, palette: str) -> list[str]:
    page.emulate_media(color_scheme=palette)
    go(page, url)
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    assert scheme == SCHEMES[palette], f"the palette is {scheme!r} when the system's is {palette}"
    # What is folded away is content too.
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    response = Axe().run(page, options=_options(TAGS[palette])).response
    return [f"{palette} {text}" for text in _sentences(response)]


def _options(tags: list[str]) -> dict[str, Any]:
    rules = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    # target-size (WCAG 2.2 AA) is off unless it is named.
    return rules | ({"rules": {"target-size": {"enabled": True}}} if "wcag22aa" in tags else {})


def _sentences(response: dict[str, Any]) -> Iterator[str]:
    for violation in response["violations"]:
        for node in violation["nodes"]:
            why = " ".join(node["failureSummary"].split())
            yield f"{violation['id']}: {' '.join(map(str, node['target']))}: {why[:200]}"
