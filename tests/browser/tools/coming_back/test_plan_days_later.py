"""A dated plan some days later, on a phone: its day is near, on one line, and asked about in words that are so."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, go
from tests.browser.tools.conftest import in_store

HERE = "prepare/dated-plan/"
MONDAY = dt.datetime(2026, 11, 30, 20, 0, tzinfo=dt.UTC)
LONGEST = 165  # minutes, written "2 h 45 min"
# A day as the planner makes it; the ids are of tasks that the guide had once.
PLAN = """return store.change("study-plan", "plan", () => ({
  track: "pm", loop: "2026-12-09", hours: 5, off: [], weak: [], made: "2026-11-30",
  days: argument.map(([day, minutes]) => ({ day, items: [{ id: `task/${day}`, minutes, part: 1, parts: 1 }] })),
  left: [], unmet: [], minutes: 300, capacity: 300,
}));"""


def opened(page: Page, days: int = 0) -> Page:
    page.clock.set_fixed_time(MONDAY + dt.timedelta(days=days))
    go(page, HERE)
    page.locator("study-plan-tool").get_by_role("button").first.wait_for()
    return page


def with_plan(new_context: Opener, *days: str, minutes: int = 30, width: int = 360) -> Page:
    page = opened(new_context(width, 740).new_page())
    in_store(page, PLAN, [[day, minutes] for day in days])
    expect(page.locator(".plan-days > li")).to_have_count(len(days))
    return page


def test_the_line_of_today_is_one_on_a_phone(new_context: Opener) -> None:
    page = with_plan(new_context, "2026-11-30", minutes=LONGEST)
    day = page.get_by_role("heading", name="Today, Nov 30")
    expect(day).to_contain_text("2 h 45 min")
    height, line = day.evaluate(
        "(one) => [one.clientHeight, parseFloat(getComputedStyle(one).lineHeight)]"
    )
    assert height < 1.5 * line


def test_the_frame_of_today_is_wider_than_those_of_other_days(new_context: Opener) -> None:
    """A more specific rule undid it."""
    page = with_plan(new_context, "2026-11-30", "2026-12-01")
    frames = page.locator(".plan-days > li").evaluate_all(
        "(days) => days.map((day) => getComputedStyle(day).borderTopWidth)"
    )
    assert frames == ["2px", "1px"]


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (["2026-11-30"], "If you did it, check its box below. What is not done can be planned"),
        (["2026-11-30", "2026-12-01"], "If you did any of them, check the boxes below."),
    ],
)
def test_what_was_missed_is_asked_about_as_one_thing_or_as_several(
    new_context: Opener, days: list[str], says: str
) -> None:
    page = with_plan(new_context, *days, "2026-12-04")
    expect(opened(page, 3).locator(".plan-note")).to_contain_text(says)


@pytest.mark.parametrize(("later", "name"), [(3, "Go to today"), (2, "Go to Thu, Dec 3")])
def test_a_link_leads_past_the_days_before_today(
    new_context: Opener, later: int, name: str
) -> None:
    """A week of what is done was before it."""
    days = [f"2026-{day}" for day in ("11-30", "12-01", "12-03", "12-04")]
    page = with_plan(new_context, *days)
    expect(page.get_by_role("link", name=re.compile("^Go to "))).to_have_count(0)
    opened(page, later)
    link = page.get_by_role("link", name=name)
    link.click()
    expect(page.locator("#plan-next")).to_be_in_viewport()
    top = page.locator("#plan-next").evaluate("(one) => one.getBoundingClientRect().top")
    header = page.locator(".md-header").evaluate("(one) => one.getBoundingClientRect().bottom")
    assert top >= header
    page.emulate_media(media="print")
    expect(link).to_be_hidden()


def test_a_date_that_another_page_asks_for_opens_the_form_once(new_context: Opener) -> None:
    """The post decoder's "Make the plan" led to the old plan, for another date and track."""
    page = with_plan(new_context, "2026-11-30")
    go(page, f"{HERE}?track=pmm&loop=2026-12-20")
    expect(page.get_by_label("Date of the loop")).to_have_value("2026-12-20")
    expect(page.get_by_role("radio", name="PMM", exact=True)).to_be_checked()
    page.get_by_label("Date of the loop").fill("2026-12-21")
    page.get_by_role("button", name="Make the plan").click()
    heading = page.get_by_role("heading", name="Your plan for the loop on")
    expect(heading).to_contain_text("December 21")
    page.reload()
    expect(heading).to_contain_text("December 21")
    assert page.url.endswith(HERE)
