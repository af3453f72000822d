"""axe-core finds nothing in what opens or floats; test_every_page.py has each page as it comes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import OPTIONS, sentences, violations
from tests.browser.conftest import Opener, go


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("query", ["senior pm pay", "zzqqxxyy"])
def test_axe_finds_nothing_with_the_search_open(
    new_context: Opener, query: str, width: int
) -> None:
    found = []
    for palette in OPTIONS:
        page = new_context(width, reduced_motion="reduce", color_scheme=palette).new_page()
        page.goto(f"loops/pm/?q={query}")
        page.wait_for_selector(".md-search-result__link")
        page.wait_for_timeout(500)
        found += [f"{palette} {text}" for text in sentences(page, OPTIONS[palette], ".md-search")]
    assert not found, "\n".join([f"{len(found)} violations at {width} px", *found])


def test_what_floats_over_a_page_is_clean_and_hides_nothing_from_axe(new_context: Opener) -> None:
    page = new_context(reduced_motion="reduce", color_scheme="light").new_page()
    go(page, "pay/levels/")
    page.mouse.move(600, 400)
    page.mouse.wheel(0, 900)
    expect(page.locator(".md-header--shadow")).to_have_count(1)
    # Half of the page's edit button lies under the header here, and scrolling up brings the way back to the top.
    page.mouse.wheel(0, 116 - 900)
    expect(page.locator(".md-top:not([hidden])")).to_have_count(1)
    assert page.evaluate("scrollY") == 116
    assert violations(page) == []
