"""Filled tools on paper: what a reader wrote and chose, whole, and nothing to fill in or press."""

from __future__ import annotations

import io
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import TabOpener, go
from tests.browser.tools import (
    test_post_decoder,
    test_progress,
    test_self_assessment,
    test_story_bank,
    test_your_interviews,
)
from tests.browser.tools.conftest import in_store
from tests.browser.tools.mock_interview import holding
from tests.guides import quick_and_slow

LONG = " ".join(f"Sentence {n} says what I did and what they answered." for n in range(1, 91))
BEFORE, AFTER = (f"dispatchEvent(new Event('{name}print'))" for name in ("before", "after"))


def printed(page: Page) -> list[str]:
    """The text of each sheet, with its lines joined and without ligatures."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    texts = [normalize("NFKC", sheet.extract_text()) for sheet in sheets]
    return [" ".join(text.split()) for text in texts]


@pytest.mark.long
def test_long_notes_are_printed_as_text_and_empty_fields_are_left_out(open_tab: TabOpener) -> None:
    """A field was cut between two lines of a sheet, and half a sheet above it stayed empty."""
    page = test_your_interviews.two_judged(open_tab(1000))
    field = page.locator("#interviews-feedback-0")
    field.fill(LONG)
    in_store(page, "return store.list();")
    page.emulate_media(media="print")
    page.wait_for_timeout(
        300
    )  # what was saved is drawn again, and a copy made before would be gone
    page.evaluate(BEFORE)
    expect(field).to_be_hidden()
    expect(page.locator("#interviews-feedback-0 + .paper-text")).to_have_text(LONG)
    expect(page.get_by_text("Your feedback on Candidate C")).to_be_hidden()
    for name in ("Candidate C: hire or not?", "Candidate C: which level?"):
        expect(page.get_by_role("group", name=name)).to_be_hidden()
    expect(page.locator("#interviews-level-0 label:visible")).to_have_count(1)
    page.evaluate(AFTER)
    expect(page.locator(".paper-text")).to_have_count(0)


@pytest.mark.long
def test_long_notes_begin_on_the_sheet_of_their_label(open_tab: TabOpener) -> None:
    page = test_your_interviews.two_judged(open_tab(1000))
    page.locator("#interviews-feedback-0").fill(LONG)
    (sheet,) = (text for text in printed(page) if "Your feedback on Candidate A" in text)
    assert "Sentence 1 says" in sheet
    expect(page.locator(".paper-text")).to_have_count(0)


@pytest.mark.long
def test_scorecards_are_printed_once_and_the_form_is_not(open_tab: TabOpener) -> None:
    """The button "Print" below the scorecards printed an empty sheet."""
    page = holding.opened(open_tab(1000))
    page.get_by_label("Round").select_option(index=1)
    holding.start(page)
    page.locator("#mock-notes").fill("Users: new parents")
    holding.score(page, 3)
    page.locator(".data-table").wait_for()
    text = " ".join(printed(page))
    assert "Change: Say the goal first" in text
    # Each scorecard had been left out with the button that removes it.
    assert "Notes: Users" in text
    for word in ("Who asks", "Your interview", "Remove a scorecard"):
        assert word not in text


@pytest.mark.long
def test_a_round_is_printed_with_its_notes_and_the_score_that_was_chosen(
    open_tab: TabOpener,
) -> None:
    page = holding.opened(open_tab(1000))
    page.get_by_label("Round").select_option(index=1)
    holding.start(page)
    page.locator("#mock-notes").fill(LONG)
    page.get_by_role("button", name="End the interview and score it").press("Enter")
    page.locator("[name=score][value='3']").check()
    page.get_by_label("One thing to keep").fill("Start with the goal")
    text = " ".join(printed(page))
    assert text.count("Sentence 90 says") == 1
    assert "One thing to keep Start with the goal" in text
    assert "One thing to change" not in text
    assert "Saved in this browser" not in text
    page.emulate_media(media="print")
    expect(page.locator(".mock__scores label:visible")).to_have_count(1)


@pytest.mark.long
def test_stories_are_printed_once(open_tab: TabOpener) -> None:
    """Three long stories took 25 sheets: the open one twice, the others with their folded line above."""
    page = test_story_bank.with_story(open_tab(1000), situation=LONG)
    text = " ".join(printed(page))
    assert text.count("Sentence 90 says") == 1
    assert "of 5 parts" not in text


@pytest.mark.long
def test_a_decoded_post_is_printed_with_its_date_in_words_and_no_links(
    open_tab: TabOpener,
) -> None:
    page = test_post_decoder.read(open_tab(1000), test_post_decoder.POSTS["1891732"])
    page.get_by_label("Date of your loop").fill("2027-01-15")
    text = " ".join(printed(page))
    assert "Friday, January 15, 2027" in text
    assert "Keep a copy" not in text
    assert "of posts. Practice" not in text


@pytest.mark.parametrize("answers", quick_and_slow([1], [2]))
def test_only_the_answers_of_a_self_assessment_are_printed(
    open_tab: TabOpener, answers: int
) -> None:
    """The options that were not chosen took twice the sheets, and a table for a pencil repeated them all."""
    page = test_self_assessment.opened(open_tab(1000))
    for radio in test_self_assessment.choices(page, "A. ").all()[:answers]:
        radio.check()
    page.emulate_media(media="print")
    expect(page.locator(".assessment-choice:visible")).to_have_count(answers)
    expect(page.locator(".guide-table--assessment")).to_be_hidden()


@pytest.mark.long
def test_progress_is_printed_without_its_choice_of_a_track(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    go(page, test_progress.PROGRESS)
    page.locator(".progress-table").wait_for()
    page.emulate_media(media="print")
    expect(page.get_by_role("group", name="Your track")).to_be_hidden()
    expect(page.get_by_role("link", name="Open the page for this task")).to_be_hidden()
    expect(page.locator(".progress-table")).to_be_visible()
