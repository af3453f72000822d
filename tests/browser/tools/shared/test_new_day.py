"""A page that is open at midnight shows the new day in each tool that names days."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, go
from tests.browser.tools.conftest import in_store

LATE = dt.datetime(2026, 11, 25, 23, 58, tzinfo=dt.UTC)
FIVE_MINUTES = 5 * 60_000
KEEP = "for (const [kind, id, value] of argument) await store.change(kind, id, () => value);"
ANSWERED = {"answers": [{"day": "2026-11-23", "rating": "good"}], "due": "2026-11-26"}


def late(page: Page, url: str, kept: list | None = None) -> Page:
    """A page two minutes before midnight, of a reader who has these records."""
    page.clock.install(time=LATE)
    go(page, url)
    if kept:
        in_store(page, KEEP, kept)
    return page


def past_midnight(page: Page) -> None:
    page.clock.fast_forward(FIVE_MINUTES)


def test_a_plan_marks_the_new_day_and_says_what_the_old_one_left(new_context: Opener) -> None:
    page = late(new_context().new_page(), "prepare/dated-plan/")
    page.get_by_label("Date of the loop").fill("2026-12-12")
    page.get_by_role("radio", name="PM", exact=True).check()
    page.get_by_role("button", name="Make the plan").press("Enter")
    expect(page.get_by_text("Today, Nov 25")).to_be_visible()
    expect(page.get_by_text("planned before today")).to_have_count(0)
    past_midnight(page)
    expect(page.get_by_text("Today, Nov 26")).to_be_visible()
    expect(page.get_by_text("Today, Nov 25")).to_have_count(0)
    expect(page.get_by_text("planned before today")).to_be_visible()
    expect(page.locator(".plan-days__today")).to_have_count(1)


@pytest.mark.long
def test_the_first_day_that_a_plan_may_have_moves_and_what_was_entered_stays(
    new_context: Opener,
) -> None:
    page = late(new_context().new_page(), "prepare/dated-plan/")
    loop = page.get_by_label("Date of the loop")
    expect(loop).to_have_attribute("min", "2026-11-26")
    loop.fill("2026-12-12")
    page.get_by_label("Hours a week").fill("9")
    page.get_by_label("Sun", exact=True).check()
    past_midnight(page)
    expect(loop).to_have_attribute("min", "2026-11-27")
    expect(loop).to_have_value("2026-12-12")
    expect(page.get_by_label("Hours a week")).to_have_value("9")
    expect(page.get_by_label("Sun", exact=True)).to_be_checked()


@pytest.mark.long
def test_cards_that_are_due_on_the_new_day_are_counted(new_context: Opener) -> None:
    page = late(new_context().new_page(), "prepare/cards/", [["cards", "term/okr", ANSWERED]])
    expect(
        page.get_by_text("Nothing is due today. The next card comes back tomorrow.")
    ).to_be_visible()
    past_midnight(page)
    expect(page.get_by_text("1 card is due again today.")).to_be_visible()


def test_practice_offers_the_set_of_the_new_day(new_context: Opener) -> None:
    page = new_context().new_page()
    question = "PM001"
    kept = [
        ["practice", "choices", {"track": "pm", "size": 2}],
        ["practice", f"question/{question}", ANSWERED],
    ]
    late(page, "prepare/practice/", kept)
    expect(page.get_by_text("2 questions to go: 0 due again, 2 new.")).to_be_visible()
    past_midnight(page)
    expect(page.get_by_text("2 questions to go: 1 due again, 1 new.")).to_be_visible()


@pytest.mark.long
def test_the_calculator_offers_the_months_of_the_new_day(new_context: Opener) -> None:
    page = new_context().new_page()
    page.clock.install(time=dt.datetime(2026, 11, 30, 23, 58, tzinfo=dt.UTC))
    go(page, "pay/offer-calculator/")
    page.locator("summary", has_text="Start month").click()
    month = page.get_by_label("First month of work").locator("option").nth(1)
    before = month.get_attribute("value")
    past_midnight(page)
    expect(month).not_to_have_attribute("value", before or "")
