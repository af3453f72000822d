"""A set is answered by keyboard, rated, saved, and comes back when it is due."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.tools.practice.working import answer, opened, saved, start

# Two presses before anything could be written.
PRESSED_TWICE = "(button) => { button.click(); button.click(); }"


def test_a_set_is_answered_by_keyboard_and_each_rating_sets_its_day(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start the timer")).to_be_focused()
    first = page.locator("#practice-question").inner_text()
    answer(page, "Weak")
    expect(page.locator("#practice-question")).not_to_have_text(first)
    expect(page.locator("#practice-question")).to_be_focused()
    expect(page.get_by_text("Rated. It comes back tomorrow.")).to_be_visible()
    answer(page, "Strong")
    expect(page.get_by_role("heading", name="Done for today")).to_be_focused()
    expect(page.get_by_text("strong, comes back in 3 days, on Sat, Nov 28")).to_be_visible()
    values = [value for id_, value in saved(page).items() if id_.startswith("question/")]
    assert sorted(value["due"] for value in values) == ["2026-11-26", "2026-11-28"]


@pytest.mark.long
def test_a_double_press_starts_once_and_rates_once(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 3, "track": "pm"})
    page.get_by_role("button", name="Start", exact=True).evaluate(PRESSED_TWICE)
    expect(page.get_by_text("Question 1 of 3")).to_be_visible()
    page.get_by_role("button", name="I have answered").click()
    page.get_by_role("button", name="Strong ").first.evaluate(PRESSED_TWICE)
    expect(page.get_by_text("Question 2 of 3")).to_be_visible()
    answered = [value["answers"] for id_, value in saved(page).items() if "answers" in value]
    assert [len(answers) for answers in answered] == [1]


@pytest.mark.long
def test_what_was_weak_is_asked_first_on_the_next_day(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    weak = page.locator("#practice-question").inner_text()
    answer(page, "Weak")
    answer(page, "Strong")
    # One minute past midnight, by the reader's own clock.
    page.clock.set_system_time(dt.datetime(2026, 11, 26, 0, 1, tzinfo=dt.UTC))
    page.reload()
    expect(page.get_by_text("2 questions to go: 1 due again, 1 new.")).to_be_visible()
    start(page)
    expect(page.locator("#practice-question")).to_have_text(weak)


@pytest.mark.long
def test_the_day_ends_at_the_readers_midnight(new_context: Opener) -> None:
    page = opened(new_context(timezone_id="Pacific/Auckland").new_page())
    start(page)
    answer(page, "Mixed")
    rated = [v["answers"] for i, v in saved(page).items() if i.startswith("question/")]
    day = page.evaluate("new Date().toLocaleDateString('sv')")
    assert [[one["day"] for one in answers] for answers in rated] == [[day]]


@pytest.mark.long
def test_a_reload_goes_on_with_the_same_set_and_the_notes(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 3, "track": "pmm"})
    start(page)
    answer(page, "Strong")
    expect(page.get_by_text("Question 2 of 3")).to_be_visible()
    question = page.locator("#practice-question").inner_text()
    page.get_by_label("Think aloud").fill("buyers, then sellers")
    saved(page)  # answered after the notes are written
    page.reload()
    expect(page.get_by_text("1 done today, 2 questions to go")).to_be_visible()
    page.get_by_role("button", name="Continue").press("Enter")
    expect(page.locator("#practice-question")).to_have_text(question)
    expect(page.get_by_label("Think aloud")).to_have_value("buyers, then sellers")


@pytest.mark.long
def test_another_question_takes_the_place_of_one_that_is_not_wanted(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 1, "track": "pm"})
    start(page)
    seen = set()
    for _ in range(4):
        seen.add(page.locator("#practice-question").inner_text())
        page.get_by_role("button", name="Another question").press("Enter")
        expect(page.locator("#practice-question")).to_be_focused()
        for text in seen:
            expect(page.locator("#practice-question")).not_to_have_text(text)
    assert len(seen) == 4


@pytest.mark.long
def test_a_rating_can_be_taken_back(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 1, "track": "pm"})
    start(page)
    question = page.locator("#practice-question").inner_text()
    page.get_by_label("Think aloud").fill("key words")
    answer(page, "Weak")
    page.get_by_role("button", name="Undo the last rating").press("Enter")
    expect(page.locator("#practice-question")).to_have_text(question)
    expect(page.get_by_label("Think aloud")).to_have_value("key words")
    page.get_by_role("button", name="Strong and easy").press("Enter")
    expect(page.get_by_role("heading", name="Done for today")).to_be_visible()
    (value,) = [v for i, v in saved(page).items() if i.startswith("question/")]
    assert [one["rating"] for one in value["answers"]] == ["easy"]
