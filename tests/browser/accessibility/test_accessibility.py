"""axe-core finds nothing in what opens or floats; test_every_page.py has each page as it comes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import TabOpener, go
from tests.guides import quick_and_slow


@pytest.mark.parametrize("query", quick_and_slow(["senior pm pay"], ["zzqqxxyy"]))
def test_axe_finds_nothing_with_the_search_open(open_tab: TabOpener, query: str) -> None:
    page = open_tab(360, reduced_motion="reduce", color_scheme="light")
    page.goto(f"loops/pm/?q={query}")
    page.wait_for_selector(".md-search-result__link")
    page.wait_for_timeout(500)
    found = violations(page, within=".md-search")
    page.set_viewport_size({"width": 1280, "height": 800})
    found += violations(page, within=".md-search")
    assert not found, "\n".join([f"{len(found)} violations", *found])


@pytest.mark.long
def test_what_floats_over_a_page_is_clean_and_hides_nothing_from_axe(open_tab: TabOpener) -> None:
    page = open_tab(reduced_motion="reduce", color_scheme="light")
    go(page, "pay/levels/")
    page.mouse.move(600, 400)
    page.mouse.wheel(0, 900)
    expect(page.locator(".md-header--shadow")).to_have_count(1)
    # Half of the page's edit button lies under the header here, and scrolling up brings the way back to the top.
    page.mouse.wheel(0, 116 - 900)
    expect(page.locator(".md-top:not([hidden])")).to_have_count(1)
    assert page.evaluate("scrollY") == 116
    assert violations(page) == []
