"""The choice of a track in the search, by a word and by the keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import go
from tests.browser.search.box import (
    FIELD,
    LINKS,
    assert_places,
    search,
)


def is_for_pmm(found: list[str]) -> bool:
    return "loops/pmm/" in found and not any(place.startswith("loops/pm/") for place in found)


@pytest.mark.long
def test_a_word_limits_the_results_to_a_track(page: Page) -> None:
    go(page, "mistakes/")
    search(page, "pmm: loop stages")
    assert_places(page, is_for_pmm)


def test_the_choice_of_a_track_works_by_keyboard_alone(page: Page) -> None:
    go(page, "mistakes/")
    search(page, "loop stages")
    assert_places(page, lambda found: "loops/pm/" in found)
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="All")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="PMM")).to_be_checked()
    expect(page.locator(FIELD)).to_have_value("pmm: loop stages")
    expect(page.locator(".md-search__suggest")).not_to_contain_text("loop")
    assert_places(page, is_for_pmm)
    page.keyboard.press("Shift+Tab")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(LINKS).first).to_be_hidden()


@pytest.mark.long
def test_tab_moves_from_the_choice_to_the_first_result(page: Page) -> None:
    """It led out of the box, which closed, and no result was ever focused."""
    go(page, "mistakes/")
    search(page, "loop stages")
    first = page.locator(LINKS).first
    for focused in (page.get_by_role("radio", name="All"), first):
        page.keyboard.press("Tab")
        expect(focused).to_be_focused()
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/mistakes/"))
