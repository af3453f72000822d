"""Scorecards and notes are saved, resumed, exported and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOpener
from tests.browser.tools.conftest import in_store
from tests.browser.tools.mock_interview.holding import begin, opened, score, start


@pytest.mark.long
def test_scorecards_are_saved_as_markdown(open_tab: TabOpener, tmp_path: Path) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    start(page)
    score(page, 2)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as Markdown").press("Enter")
    saving.value.save_as(tmp_path / "cards.md")
    text = (tmp_path / "cards.md").read_text(encoding="utf-8")
    assert "## Estimation, 2 of 5" in text
    assert "- Change: Say the goal first" in text


def test_notes_are_saved_until_the_score_for_a_reader_who_leaves(open_tab: TabOpener) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    start(page)
    question = page.locator(".practice__question").inner_text()
    page.get_by_label("Notes", exact=True).fill("Start with homes")
    in_store(page, "return store.list('mock-interview');")  # answered after the key was written
    page.reload()
    expect(page.get_by_text("Start with homes")).to_be_visible()
    page.get_by_role("button", name="Continue it").press("Enter")
    expect(page.locator(".practice__question")).to_have_text(question)
    expect(page.get_by_label("Notes", exact=True)).to_have_value("Start with homes")
    score(page, 2)
    expect(page.get_by_role("heading", name="Your scorecards")).to_be_visible()
    [record] = in_store(page, "return store.list('mock-interview');")
    assert record["value"]["notes"] == "Start with homes"


@pytest.mark.long
def test_a_loop_that_was_left_goes_on_with_all_its_rounds(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    start(page)
    score(page, 3)
    begin(page, 2)
    question = page.locator(".practice__question").inner_text()
    in_store(page, "return store.list('mock-interview');")
    page.reload()
    expect(page.get_by_text("round 2 of 4 of a loop")).to_be_visible()
    page.get_by_role("button", name="Continue the loop").press("Enter")
    expect(page.get_by_text("Round 2 of 4")).to_be_visible()
    expect(page.locator(".practice__question")).to_have_text(question)
    for place in range(2, 5):
        expect(page.get_by_text(f"Round {place} of 4")).to_be_visible()
        begin(page, place - 1)  # a round that is resumed starts right away
        score(page, 4)
    # Once the last round is over: before, the store may still hold its notes beside its scorecard.
    expect(page.get_by_role("heading", name="Your scorecards")).to_be_visible()
    expect(page.get_by_text("Not scored yet")).to_have_count(0)
    records = in_store(page, "return store.list('mock-interview');")
    assert len({record["value"]["question"] for record in records}) == len(records) == 4


@pytest.mark.long
def test_old_notes_say_from_when_they_are_and_can_be_erased(open_tab: TabOpener) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    start(page)
    expect(page.get_by_text("These notes are from")).to_have_count(0)
    page.get_by_label("Notes", exact=True).fill("Start with homes")
    expect(page.get_by_text("These notes are from")).to_have_count(0)  # just typed
    in_store(page, "return store.list('mock-interview');")
    page.reload()
    page.get_by_role("button", name="Continue it").press("Enter")
    expect(page.get_by_text("These notes are from")).to_be_visible()
    page.get_by_role("button", name="Erase them and start fresh").press("Enter")
    expect(page.get_by_label("Notes", exact=True)).to_have_value("")
    expect(page.get_by_label("Notes", exact=True)).to_be_focused()
    expect(page.get_by_text("These notes are from")).to_have_count(0)
    assert in_store(page, "return store.list('mock-interview');") == []


@pytest.mark.long
def test_one_scorecard_is_removed_alone_and_only_after_a_yes(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    for number in (2, 4):
        page.get_by_label("Round").select_option(label="Strategy, 35 min")
        start(page)
        score(page, number)
        page.get_by_role("heading", name="Your scorecards").wait_for()
    page.get_by_text("Read or remove a scorecard").click()
    first = page.locator("li:has([data-ask])", has_text="2 of 5")
    first.get_by_role("button", name="Remove …", exact=True).press("Enter")
    first.get_by_role("button", name="Keep it").press("Enter")
    assert len(in_store(page, "return store.list('mock-interview');")) == 2
    first.get_by_role("button", name="Remove …", exact=True).press("Enter")
    first.get_by_role("button", name="Remove it").press("Enter")
    expect(page.locator("li:has([data-ask])")).to_have_count(1)
    [record] = in_store(page, "return store.list('mock-interview');")
    assert record["value"]["score"] == 4
