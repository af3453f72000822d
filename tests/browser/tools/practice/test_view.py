"""The question on paper, its timer, the history, and what axe finds."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import EVERY_RULE, WIDTHS, sentences, violations
from tests.browser.conftest import Opener
from tests.browser.tools.practice.working import FEW, answer, clash_of_notes, opened, start


@pytest.mark.long
def test_a_question_is_printed_without_what_only_a_press_makes_useful(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    page.get_by_label("Think aloud").fill("key words")
    page.get_by_role("button", name="I have answered").press("Enter")
    body = page.locator("body")
    body.evaluate("(body) => body.setAttribute('data-md-color-scheme', 'slate')")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#practice-question")).to_be_visible()
    expect(page.locator("#practice-notes + .paper-text")).to_have_text("key words")
    for hidden in (page.get_by_role("timer"), page.get_by_role("button", name="Weak ")):
        expect(hidden).to_be_hidden()
    assert list(sentences(page, EVERY_RULE)) == []


def test_the_timer_is_right_after_the_tab_slept_and_ends_quietly(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {**FEW, "mode": "down", "minutes": 3})
    start(page)
    timer = page.get_by_role("timer")
    expect(timer).to_have_text("3:00")
    page.get_by_role("button", name="Start the timer").press("Enter")
    # The clock runs on while timers do not, as in a tab that sleeps.
    page.clock.fast_forward(170_000)
    expect(timer).to_have_text("0:10")
    page.get_by_role("button", name="Pause").press("Enter")
    page.clock.fast_forward(600_000)
    expect(page.get_by_text("left, paused")).to_be_visible()
    expect(timer).to_have_text("0:10")
    page.get_by_role("button", name="Resume").press("Enter")
    page.clock.fast_forward(22_000)
    expect(page.get_by_role("status").get_by_text("Time is up.")).to_be_visible()
    expect(timer).to_have_text("0:12")
    expect(page.get_by_text("over the time you set")).to_be_visible()
    assert page.locator("audio, video").count() == 0


@pytest.mark.long
def test_the_history_is_a_picture_and_a_table(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 1, "track": "pm"})
    start(page)
    answer(page, "Mixed")
    page.get_by_role("button", name="Back to the overview").press("Enter")
    expect(page.get_by_role("heading", name="Today")).to_be_focused()
    page.get_by_text("Your history").press("Enter")
    expect(page.get_by_role("img", name=": mixed")).to_be_visible()
    page.locator(".practice__history summary").press("Enter")
    expect(
        page.get_by_role("row", name="Wed, Nov 25").get_by_role("cell", name="mixed")
    ).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(new_context: Opener, width: int) -> None:
    # "both": a question for both tracks shows the choice of rubric too.
    choices = {"size": 2, "track": "both", "competencies": ["adaptability"]}
    page = opened(new_context(width, reduced_motion="reduce").new_page(), choices)
    page.get_by_text("What is drawn", exact=True).click()
    page.get_by_text("Kind of question: all").click()
    assert violations(page, within="practice-tool") == []
    start(page)
    page.locator(".timer__settings summary").click()
    clash_of_notes(page)
    assert violations(page, within="practice-tool") == []
    page.get_by_role("button", name="Start the timer").click()
    page.get_by_role("button", name="I have answered").click()
    assert violations(page, within="practice-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Mixed ").click()
    answer(page, "Strong")
    assert violations(page, within="practice-tool") == []
    page.get_by_role("button", name="Back to the overview").click()
    page.get_by_text("Your history").click()
    page.locator(".practice__history summary").first.click()
    assert violations(page, within="practice-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
