"""A browser that refuses to store, or loses what it stored: tools go on, and say what a reader must know."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, go
from tests.browser.search.box import search
from tests.browser.tools.conftest import in_store
from tests.browser.tools.store.breaking import (
    BLOCKED_COOKIES,
    CLOSED,
    COUNT_UP,
    HERE,
    LOST,
    NO_DATABASE,
    READ,
    SILENT,
)


@pytest.mark.long
def test_a_browser_that_stores_nothing_says_so_and_works_until_the_page_is_left(
    new_context: Opener,
) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = context.new_page()
    go(page, HERE)
    in_store(page, COUNT_UP)
    assert in_store(page, READ) == [1]
    page.get_by_role("alert").get_by_text("isn’t storing anything for this site").wait_for()
    page.reload()
    assert in_store(page, READ) == []


@pytest.mark.long
def test_a_database_that_is_closed_under_the_page_is_opened_again(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(CLOSED)
    page = context.new_page()
    go(page, HERE)
    in_store(page, COUNT_UP)
    page.evaluate("window.closeDatabase()")
    in_store(page, COUNT_UP)
    assert in_store(page, READ) == [2]
    assert in_store(page, "return store.problem;") == ""
    page.reload()
    assert in_store(page, READ) == [2]


def test_a_connection_that_safari_lost_is_made_again(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(LOST)
    page = context.new_page()
    go(page, HERE)
    in_store(page, COUNT_UP)
    page.evaluate("window.loseDatabase()")
    in_store(page, COUNT_UP)
    assert in_store(page, READ) == [2]


def test_a_storage_failure_is_reported_in_plain_words(new_context: Opener) -> None:
    page = new_context().new_page()
    go(page, "prepare/plan/")
    box = page.locator(".mark-box").first
    box.wait_for()
    page.evaluate("""() => {
        IDBObjectStore.prototype.put = () => {
            throw new DOMException("Failed to execute 'put' on 'IDBObjectStore'", "DataError");
        };
    }""")
    box.click()
    alert = page.locator("progress-marks").get_by_role("alert")
    expect(alert).to_have_text(
        "That wasn’t saved: this browser’s storage failed. Try again, or reload the page."
    )
    expect(box).not_to_be_checked()


def test_a_box_is_not_ticked_when_nothing_was_stored(new_context: Opener) -> None:
    page = new_context().new_page()
    go(page, "prepare/plan/")
    box = page.locator(".mark-box").first
    box.wait_for()
    page.evaluate("""() => {
        IDBDatabase.prototype.transaction = () => { throw new DOMException("full", "QuotaExceededError"); };
    }""")
    box.click()
    page.get_by_role("alert").get_by_text("no room left").wait_for()
    expect(box).not_to_be_checked()


@pytest.mark.long
def test_a_database_that_never_answers_leaves_the_tool_working(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(SILENT)
    page = context.new_page()
    go(page, HERE)
    page.get_by_role("alert").get_by_text("isn’t storing anything for this site").wait_for()
    in_store(page, COUNT_UP)
    assert in_store(page, READ) == [1]


@pytest.mark.long
def test_with_all_cookies_blocked_search_and_tools_work(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(BLOCKED_COOKIES)
    page = context.new_page()
    go(page, "prepare/plan/")
    page.locator(".mark-box").first.check()
    expect(page.get_by_text(re.compile(r"^1 of \d+ done$"))).to_be_visible()
    search(page, "levels")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
