"""Rounds are held alone or with a partner, against the clock, and scored."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener
from tests.browser.tools.conftest import in_store
from tests.browser.tools.mock_interview.holding import begin, opened, score, start

# How much wider a select would be if its chosen option alone set the width, in CSS pixels.
TOO_NARROW = """select => {
  const free = select.cloneNode(false);
  free.append(select.selectedOptions[0].cloneNode(true));
  free.style.cssText = "width: auto; position: absolute";
  select.after(free);
  const lack = free.offsetWidth - select.offsetWidth;
  free.remove();
  return lack;
}"""


@pytest.mark.long
def test_the_name_of_a_round_is_not_cut_on_a_phone(open_tab: TabOpener) -> None:
    page = open_tab()
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page)
    assert page.get_by_label("Round").evaluate(TOO_NARROW) <= 0


def test_a_loop_is_held_by_keyboard_and_each_round_keeps_its_scorecard(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    start(page)
    for place in range(1, 5):
        expect(page.get_by_text(f"Round {place} of 4")).to_be_visible()
        expect(page.locator("mock-round h2")).to_be_focused()
        begin(page, place)
        score(page, 3)
    expect(page.get_by_role("heading", name="Your scorecards")).to_be_visible()
    records = in_store(page, "return store.list('mock-interview');")
    rounds = [record["value"]["round"] for record in records]
    assert len(set(rounds)) == len({r["value"]["question"] for r in records}) == 4
    checker = page.evaluate(
        "new URL('../../assets/tools/your-data/record-check.js', location).href"
    )
    check = "async ([url, records]) => records.flatMap((await import(url)).problemsOf)"
    assert page.evaluate(check, [checker, records]) == []
    assert broken == []


def test_the_clock_runs_with_the_question_until_it_is_paused(open_tab: TabOpener) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    start(page)
    time = page.get_by_role("timer")
    minutes = time.inner_text().partition(":")[0]
    expect(time).not_to_have_text(f"{minutes}:00")
    expect(page.get_by_text("left", exact=True)).to_be_visible()
    page.get_by_role("button", name="Pause").press("Enter")
    expect(page.get_by_text("left, paused")).to_be_visible()
    shown = time.inner_text()
    page.wait_for_timeout(1_200)
    assert time.inner_text() == shown
    page.get_by_role("button", name="Resume", exact=True).press("Enter")
    expect(time).not_to_have_text(shown)


@pytest.mark.long
def test_a_later_round_shows_its_question_only_when_its_clock_starts(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    start(page)
    score(page, 3)
    expect(page.get_by_text("Round 2 of 4")).to_be_visible()
    expect(page.locator("mock-round h2")).to_be_focused()
    expect(page.locator(".practice__question")).to_have_count(0)
    expect(page.get_by_role("timer")).to_have_count(0)
    begin(page, 2)
    expect(page.locator(".practice__question")).to_be_visible()
    expect(page.get_by_text("left", exact=True)).to_be_visible()


@pytest.mark.long
def test_with_a_partner_the_clock_waits_for_their_first_word(open_tab: TabOpener) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    page.get_by_label("With a partner").check()
    page.get_by_role("button", name="Make the interviewer’s sheet").press("Enter")
    page.get_by_role("button", name="My partner is ready").press("Enter")
    expect(page.get_by_text("left, not started")).to_be_visible()
    page.get_by_role("button", name="Start the timer").press("Enter")
    expect(page.get_by_text("left", exact=True)).to_be_visible()


def test_no_scorecard_is_saved_without_a_score(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    start(page)
    page.get_by_role("button", name="End the interview and score it").press("Enter")
    page.get_by_role("button", name="Save the scorecard").press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Choose a score first.")
    assert in_store(page, "return store.list('mock-interview');") == []


@pytest.mark.long
def test_a_partner_reads_the_sheet_of_the_same_interview(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    page.get_by_label("Round").select_option(label="Strategy, 35 min")
    page.get_by_label("With a partner").check()
    page.get_by_role("button", name="Make the interviewer’s sheet").press("Enter")
    expect(page.get_by_role("img", name="QR code of the link")).to_be_visible()
    link = page.get_by_role("textbox", name="Link").input_value()
    page.get_by_role("button", name="My partner is ready").press("Enter")
    expect(page.get_by_text("Your partner asks.")).to_be_visible()
    other = opened(new_context().new_page(), "#" + link.partition("#")[2])
    expect(other.get_by_role("heading", name="You are the interviewer")).to_be_visible()
    question = other.locator("blockquote strong").inner_text().strip("“”")
    expect(page.get_by_text(question)).to_have_count(0)
    score(page, 4)
    [record] = in_store(page, "return store.list('mock-interview');")
    assert record["value"]["question"] == link.rpartition(".")[2]
    assert record["value"]["mode"] == "partner"


def assert_clean(page: Page) -> None:
    assert violations(page, within="mock-interview-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_is_cut_off_in_any_state(
    new_context: Opener, width: int
) -> None:
    page = opened(new_context(width, reduced_motion="reduce").new_page())
    assert_clean(page)
    start(page)
    page.get_by_role("button", name="Throw me a curveball").click()
    assert_clean(page)
    page.get_by_role("button", name="End the interview and score it").click()
    assert_clean(page)
    page.get_by_label("Notes", exact=True).fill("Start with homes")
    page.get_by_role("button", name="Leave this interview").click()
    page.get_by_role("button", name="Remove the notes").click()
    assert_clean(page)
    page.get_by_label("With a partner").check()
    page.get_by_role("button", name="Make the interviewer’s sheet").click()
    page.locator(".mock__qr").wait_for()
    assert_clean(page)
    link = page.get_by_role("textbox", name="Link").input_value()
    page = opened(page.context.new_page(), "#" + link.partition("#")[2])
    page.get_by_role("heading", name="You are the interviewer").wait_for()
    assert_clean(page)
