"""A file to copy: one press puts the whole file where the reader pastes from, or says what to do instead."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, TabOpener, go


def test_a_prompt_pack_is_copied_whole(new_context: Opener, real_guide) -> None:
    context = new_context(width=360, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    go(page, "prepare/prompts/")
    entry = page.locator("#pack-scorer-pm")
    entry.get_by_role("button", name="Copy").click()
    expect(entry.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as saved:
        entry.get_by_role("link", name="Save the file").click()
    assert copied == saved.value.path().read_text(encoding="utf-8")
    assert "Quote my own words" in copied


@pytest.mark.long
def test_a_reader_is_told_to_save_the_file_if_it_cannot_be_fetched(open_tab: TabOpener) -> None:
    page = open_tab()
    page.route("**/prompts/scorer-pm.md", lambda route: route.fulfill(status=500, body="no"))
    go(page, "prepare/prompts/")
    entry = page.locator("#pack-scorer-pm")
    entry.get_by_role("button", name="Copy").click()
    expect(entry.get_by_role("status").get_by_text("Save the file instead")).to_be_attached()


@pytest.mark.long
def test_a_page_is_copied_as_markdown_with_its_sources(new_context: Opener) -> None:
    context = new_context(width=360, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    go(page, "pay/negotiate/")
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("# Negotiate your offer\n") and "[1, secondary" in copied
