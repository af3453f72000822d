"""A file that is brought in: checked whole, compared, merged as the reader says, in one go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.tools.conftest import in_store

HERE = "reference/your-data/"
OLD, NEW = "2026-11-20T09:00:00.000Z", "2026-11-24T09:00:00.000Z"
# What a newer guide in another tab does to the database.
NEWER_DATABASE = """async () => {
  const [{ name, version }] = await indexedDB.databases();
  await new Promise((done, failed) => {
    Object.assign(indexedDB.open(name, version + 1), { onsuccess: done, onerror: failed });
  });
}"""
moments = st.sampled_from([OLD, NEW])
marks = st.builds(
    lambda at, changed, day: {
        "kind": "progress",
        "id": f"task/{at}",
        "changed": changed,
        "value": {"done": f"2026-11-{day}"},
    },
    st.integers(1, 6),
    moments,
    st.sampled_from([20, 24]),
)
records = st.lists(marks, unique_by=lambda record: record["id"])
some = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def mark(key: str, changed: str = OLD, day: str = "2026-11-20") -> dict[str, Any]:
    return {"kind": "progress", "id": f"task/{key}", "changed": changed, "value": {"done": day}}


def track(name: str, changed: str = OLD) -> dict[str, Any]:
    return {"kind": "settings", "id": "track", "changed": changed, "value": {"track": name}}


def opened_with(page: Page, *saved: dict[str, Any]) -> Page:
    go(page, HERE)
    in_store(page, "return store.merge(argument, (mine, theirs) => theirs);", list(saved))
    page.get_by_label("Import a file").wait_for()
    return page


def bring(page: Page, tmp_path: Path, *theirs: Any, text: str | None = None) -> None:
    file = tmp_path / "saved.json"
    whole = {"format": "pm-pmm-guide-data-1", "records": list(theirs)}
    file.write_text(text or json.dumps(whole), encoding="utf-8")
    page.get_by_label("Import a file").set_input_files(file)


def saved_in(page: Page) -> list[dict[str, Any]]:
    return in_store(page, "return store.list();")


@pytest.mark.long
def test_new_entries_come_in_and_nothing_else_changes(open_tab: TabOpener, tmp_path: Path) -> None:
    page = opened_with(open_tab(), mark("a"))
    bring(page, tmp_path, mark("a", NEW), mark("b", NEW))
    expect(page.get_by_role("heading", name="What the file would change")).to_be_focused()
    expect(page.get_by_role("row", name="Progress 1 1 0")).to_be_visible()
    page.get_by_role("button", name="Import it").press("Enter")
    expect(page.get_by_text("The file is imported.")).to_be_visible()
    expect(page.get_by_label("Import a file")).to_be_focused()
    assert saved_in(page) == [mark("a"), mark("b", NEW)]


def test_conflicts_are_asked_about_and_mine_stays_unless_said_otherwise(
    open_tab: TabOpener, tmp_path: Path
) -> None:
    page = opened_with(open_tab(), mark("a", NEW), mark("b", OLD), track("pm"))
    theirs = [mark("a", OLD, "2026-11-01"), mark("b", NEW, "2026-11-24"), track("pmm", NEW)]
    bring(page, tmp_path, *theirs)
    page.get_by_role("combobox", name="For 2 in conflict, Progress").select_option("Use the newer")
    page.get_by_role("button", name="Import it").press("Enter")
    expect(page.get_by_text("The file is imported. New: 0. Replaced: 1.")).to_be_visible()
    assert saved_in(page) == [mark("a", NEW), theirs[1], track("pm")]


@pytest.mark.long
def test_one_answer_serves_all_conflicts(open_tab: TabOpener, tmp_path: Path) -> None:
    page = opened_with(open_tab(), mark("a"), track("pm"))
    theirs = [mark("a", OLD, "2026-11-01"), track("pmm")]
    bring(page, tmp_path, *theirs)
    page.get_by_role("button", name="Use the file’s").press("Enter")
    page.get_by_role("button", name="Import it").press("Enter")
    expect(page.get_by_text("The file is imported.")).to_be_visible()
    assert saved_in(page) == theirs


def test_a_bad_file_changes_nothing(open_tab: TabOpener, tmp_path: Path) -> None:
    page = opened_with(open_tab(), mark("a"))
    bring(page, tmp_path, mark("b"), track("pmmm"))
    expect(page.get_by_role("heading", name="nothing was changed")).to_be_focused()
    expect(
        page.get_by_text("Entry 2 (Settings of all tools, track): “track” is “pmmm”")
    ).to_be_visible()
    expect(page.get_by_text("save it again in the browser it came from")).to_be_visible()
    page.get_by_role("button", name="Close").press("Enter")
    expect(page.get_by_label("Import a file")).to_be_focused()
    assert saved_in(page) == [mark("a")]


@pytest.mark.long
def test_a_file_without_entries_offers_nothing_to_bring_in(
    open_tab: TabOpener, tmp_path: Path
) -> None:
    page = opened_with(open_tab(), mark("a"))
    bring(page, tmp_path)
    expect(page.get_by_role("heading", name="The file has no entries")).to_be_focused()
    expect(page.get_by_role("button", name="Import it")).to_have_count(0)


@pytest.mark.long
def test_a_page_that_an_update_has_outdated_does_not_claim_to_have_brought_it_in(
    new_context: Opener, tmp_path: Path
) -> None:
    context = new_context()
    page = opened_with(context.new_page(), mark("a"))
    bring(page, tmp_path, mark("b"))
    page.get_by_role("button", name="Import it").wait_for()
    page.evaluate(NEWER_DATABASE)
    page.get_by_role("button", name="Import it").click()
    expect(page.get_by_role("alert")).to_contain_text("Reload this page before you go on")
    expect(page.get_by_text("The file is imported.")).to_have_count(0)
    expect(page.get_by_role("button", name="Import it")).to_be_visible()


@pytest.mark.long
def test_a_full_disk_is_reported_and_leaves_all_as_it_was(
    open_tab: TabOpener, tmp_path: Path
) -> None:
    page = opened_with(open_tab(), mark("a"))
    page.evaluate("""() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (record) {
            if (record.id === "task/c") throw new DOMException("full", "QuotaExceededError");
            return put.call(this, record);
        };
    }""")
    bring(page, tmp_path, mark("b"), mark("c"))
    page.get_by_role("button", name="Import it").click()
    expect(page.get_by_role("alert")).to_contain_text("no room left for this site")
    page.reload()
    page.get_by_label("Import a file").wait_for()
    assert saved_in(page) == [mark("a")]


@pytest.mark.long
def test_the_other_tab_sees_what_was_brought_in(new_context: Opener, tmp_path: Path) -> None:
    context = new_context()
    here, there = opened_with(context.new_page()), opened_with(context.new_page())
    bring(here, tmp_path, mark("a"))
    here.get_by_role("button", name="Import it").click()
    expect(there.get_by_role("row", name="Progress 1")).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_while_it_asks(open_tab: TabOpener, tmp_path: Path, width: int) -> None:
    page = opened_with(open_tab(width, reduced_motion="reduce"), mark("a"), track("pm"))
    bring(page, tmp_path, mark("a", OLD, "2026-11-01"), track("pmm"))
    page.get_by_role("button", name="Import it").wait_for()
    assert violations(page, within="your-data-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Cancel").click()
    bring(page, tmp_path)
    page.get_by_role("heading", name="The file has no entries").wait_for()
    assert violations(page, within="your-data-tool") == []
    bring(page, tmp_path, mark("a", "today"), {"kind": "a" * 60})
    page.get_by_role("heading", name="This file cannot be read").wait_for()
    assert violations(page, within="your-data-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
