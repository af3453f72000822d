"""The page "Your data": what is stored can be seen, saved to a file, and erased."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import TabOpener, go
from tests.browser.tools.conftest import in_store

HERE = "reference/your-data/"
KEEP = "return store.change('your-data', argument, () => ({ note: 'kept' }));"


def opened_with(page: Page, *ids: str) -> Page:
    go(page, HERE)
    for one in ids:
        in_store(page, KEEP, one)
    return page


def test_an_empty_store_is_named(open_tab: TabOpener) -> None:
    page = opened_with(open_tab())
    expect(page.get_by_text("The tools have saved nothing for you yet.")).to_be_visible()
    expect(page.get_by_role("row", name="Practice 0")).to_be_visible()
    expect(page.get_by_role("row", name="Your data")).to_have_count(0)


def test_a_tools_row_stays_where_it_is_when_the_tool_saves_something(open_tab: TabOpener) -> None:
    page = opened_with(open_tab())
    rows = page.locator("your-data-tool tbody th")
    before = rows.all_inner_texts()
    in_store(page, "return store.put('role-plays', 'one', { note: 'kept' });")
    expect(page.get_by_role("row", name="Role-plays 1")).to_be_visible()
    assert rows.all_inner_texts() == before


def test_what_is_stored_is_counted_by_tool_and_exported_in_full(
    open_tab: TabOpener, tmp_path: Path
) -> None:
    page = opened_with(open_tab(), "a", "b")
    expect(page.get_by_role("row", name="Your data 2")).to_be_visible()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save to a file").click()
    saving.value.save_as(tmp_path / "saved.json")
    saved = json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))
    assert [(r["kind"], r["id"], r["value"]) for r in saved["records"]] == [
        ("your-data", "a", {"note": "kept"}),
        ("your-data", "b", {"note": "kept"}),
    ]


def test_erasing_asks_first_and_works_by_keyboard(open_tab: TabOpener) -> None:
    page = opened_with(open_tab(), "a")
    page.get_by_role("button", name="Erase …").press("Enter")
    page.get_by_role("button", name="Keep it").press("Enter")
    expect(page.get_by_role("button", name="Erase …")).to_be_focused()
    assert len(in_store(page, "return store.list();")) == 1
    page.get_by_role("button", name="Erase …").press("Enter")
    page.get_by_role("button", name="Erase everything").press("Enter")
    expect(page.get_by_role("status").get_by_text("Everything is erased.")).to_be_visible()
    expect(page.get_by_label("Import a file")).to_be_focused()  # its own button is gone
    assert in_store(page, "return store.list();") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(open_tab: TabOpener, width: int) -> None:
    page = opened_with(open_tab(width, reduced_motion="reduce"), "a")
    page.get_by_role("button", name="Erase …").click()
    assert violations(page, within="your-data-tool") == []
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_text("Everything is erased.").wait_for()
    assert violations(page, within="your-data-tool") == []
