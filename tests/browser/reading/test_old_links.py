"""Bookmarks of rows that moved to another page lead there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOpener, go


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "reference/sources/#source-levels-dataset",
            "reference/sources-press/#source-levels-dataset",
        ),
        pytest.param(
            "pay/method/#answer-posted-base-pmm",
            "pay/how-sure/#answer-posted-base-pmm",
            marks=pytest.mark.long,
        ),
    ],
)
def test_an_old_link_finds_what_moved_to_another_page(
    open_tab: TabOpener, old: str, new: str
) -> None:
    page = open_tab()
    go(page, old)
    page.wait_for_url(f"**/{new}")
    expect(page.locator(f"[id='{new.partition('#')[2]}']")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prepare/questions/#pm001", "prepare/questions-pm-product/#pm001"),
        pytest.param(
            "prepare/questions/#pm-metrics",
            "prepare/questions-pm-execution/#pm-metrics",
            marks=pytest.mark.long,
        ),
    ],
)
def test_an_old_link_to_a_question_leads_to_its_new_page(
    open_tab: TabOpener, old: str, new: str
) -> None:
    """Bookmarks and links from elsewhere name the page that held all questions."""
    page = open_tab()
    go(page, old)
    page.wait_for_url(f"**/{new}")
    expect(page.locator(f"#{new.partition('#')[2]}")).to_be_in_viewport()


def test_a_question_that_stayed_is_not_led_away(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "prepare/questions/#pm023")
    expect(page.locator("#pm023")).to_be_in_viewport()
