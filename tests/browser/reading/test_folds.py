"""Folded text opens when an address leads into it, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOpener, go


def test_an_address_opens_what_is_folded_around_it(open_tab: TabOpener) -> None:
    page = open_tab(width=360)
    go(page, "reference/faq/#same-pay")
    question = page.locator("#same-pay")
    expect(question.get_by_text("Not in posted base")).to_be_visible()
    expect(page.locator("#pmm-pay-data p").first).to_be_hidden()


@pytest.mark.long
def test_a_round_in_the_table_opens_all_about_it(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "loops/pm/")
    page.get_by_role("table").get_by_role("link", name="Product design").click()
    expect(page.locator("#pm-product-design").get_by_text("How to prepare")).to_be_visible()


@pytest.mark.long
def test_folded_text_is_printed_and_folded_again(open_tab: TabOpener) -> None:
    """By script, so also where a style sheet cannot reach what is folded."""
    page = open_tab()
    go(page, "pay/by-level/")
    folded = page.locator("main details:not([open])")
    before = folded.count()
    assert before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before
