"""axe-core finds nothing on any page: WCAG 2.2 AA and best practices, both palettes, wide and narrow."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import OPTIONS, sentences, violations
from tests.browser.conftest import Opener, go
from tests.built.site import ADDRESS_OF_404, page_urls

PAGES = [*page_urls(), ADDRESS_OF_404]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing(new_context: Opener, url: str, width: int) -> None:
    page = new_context(width, reduced_motion="reduce", color_scheme="light").new_page()
    go(page, url)
    # What is folded away is content too.
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    found = violations(page)
    assert not found, "\n".join([f"{len(found)} violations at {width} px", *found])


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
        found += [f"{palette} {text}" for text in sentences(page, palette)]
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
