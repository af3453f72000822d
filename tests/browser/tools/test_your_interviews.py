"""You are the interviewer: nothing is revealed before all three are judged, and a judgment outlives a reload."""

from __future__ import annotations

import pytest
from guide.publish.tool_data.your_interviews import interview_files
from guide.rows.loading import load_guide
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import TabOpener, go
from tests.browser.tools.conftest import in_store
from tests.guides import PROJECT

HERE = "prepare/your-interviews/"
ROW = interview_files(load_guide(PROJECT))["your-interviews/seats-are-unused"]


def tool(page: Page) -> Locator:
    return page.locator("your-interviews-tool")


def press(page: Page, name: str) -> None:
    tool(page).get_by_role("button", name=name).first.press("Enter")


def chosen(page: Page) -> Page:
    go(page, HERE)
    press(page, ROW["question"])
    expect(tool(page).get_by_role("heading", name=ROW["question"])).to_be_focused()
    return page


def judge(page: Page, name: str, level: str) -> None:
    tool(page).get_by_label(f"Your feedback on {name}").fill(f"Feedback on {name}")
    tool(page).get_by_role("group", name=f"{name}: hire or not?").get_by_label(
        "Hire", exact=True
    ).check()
    tool(page).get_by_role("group", name=f"{name}: which level?").get_by_label(level).check()


def two_judged(page: Page) -> Page:
    """The page with judgments of two of the three candidates."""
    page = chosen(page)
    judge(page, "Candidate A", "61")
    judge(page, "Candidate B", "63")
    return page


def test_all_three_are_judged_before_the_debrief(open_tab: TabOpener) -> None:
    page = two_judged(open_tab(360))
    press(page, "Compare with the debrief")
    expect(tool(page).get_by_role("status")).to_contain_text("Missing: Candidate C")
    feedback = tool(page).get_by_label("Your feedback on Candidate C")
    expect(feedback).to_be_focused()
    button = tool(page).get_by_role("button", name="Compare with the debrief")
    lacks = "Still missing for Candidate C: feedback, hire or no hire, a level."
    expect(button).to_have_accessible_description(f"Judge all three first. {lacks}")
    expect(feedback).to_have_accessible_description(f"Judge all three first. {lacks}")
    feedback.fill("Clear")
    button.press("Enter")
    group = tool(page).get_by_role("group", name="Candidate C: hire or not?")
    expect(group.get_by_label("Hire", exact=True)).to_be_focused()
    assert ROW["differs"] not in tool(page).inner_text()


def test_judgments_are_saved_compared_and_erased(open_tab: TabOpener) -> None:
    page = two_judged(open_tab(360))
    in_store(page, "return store.list();")  # answered after the judgments are saved
    page.reload()
    press(page, ROW["question"])
    expect(tool(page).get_by_label("Your feedback on Candidate B")).to_have_value(
        "Feedback on Candidate B"
    )
    judge(page, "Candidate C", "61")
    press(page, "Compare with the debrief")
    expect(tool(page).get_by_role("heading", name="The debrief")).to_be_focused()
    expect(tool(page).get_by_text("You placed 2 of 3 levels and 3 of 3 verdicts")).to_be_visible()
    expect(tool(page).get_by_text("You placed this one too low.")).to_be_visible()
    expect(tool(page).get_by_text(ROW["differs"])).to_be_visible()
    (record,) = in_store(
        page, "return (await store.list('your-interviews')).map((one) => one.value);"
    )
    assert [one["level"] for one in record["judged"]] == ["61", "63", "61"]
    press(page, "Erase my judgments")
    press(page, "Erase them")
    expect(tool(page).get_by_role("button", name=ROW["question"])).to_contain_text(
        "Not judged yet."
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(open_tab: TabOpener, width: int) -> None:
    page = open_tab(width, reduced_motion="reduce")
    go(page, HERE)
    tool(page).get_by_role("button", name=ROW["question"]).wait_for()
    assert violations(page, within="your-interviews-tool") == []
    press(page, ROW["question"])
    for name in ("A", "B", "C"):
        judge(page, f"Candidate {name}", "63")
    press(page, "Compare with the debrief")
    assert violations(page, within="your-interviews-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
