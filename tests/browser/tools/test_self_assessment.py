"""The self-assessment: what its rules promise, and what a reader sees, keeps and takes away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.tools.conftest import in_store
from tests.browser.tools.store.breaking import NO_DATABASE

HERE = "roles/choose/"
TOOL = "self-assessment-tool"
Case = tuple[list[dict], dict[str, str]]


def answer_all(page: Page, option: str) -> None:
    for radio in choices(page, option).all():
        radio.check()


def choices(page: Page, option: str = "", **state: bool) -> Locator:
    return page.locator(TOOL).get_by_role("radio", name=option, **state)


def opened(page: Page) -> Page:
    go(page, HERE)
    choices(page).first.wait_for()
    return page


def test_no_track_is_named_before_the_end(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    tool = page.locator(TOOL)
    choices(page, "A. ").first.check()
    expect(tool.get_by_text("So far: column A 3 points, column B 0 points.")).to_be_visible()
    assert "PM" not in tool.inner_text().replace("engineers and PMs", "")
    answer_all(page, "A. ")
    heading = "Your result: a clear lean toward column A, the work of a PM"
    expect(page.get_by_role("heading", name=heading)).to_be_visible()


def test_rows_in_which_neither_fits_are_counted_as_that(open_tab: TabOpener) -> None:
    """It said that all rows were answered, and that one was left out."""
    page = opened(open_tab())
    answer_all(page, "A. ")
    sums = page.locator(".assessment-result").get_by_text("All rows together hold")
    expect(sums).not_to_contain_text("Neither fits")
    choices(page, "Neither fits").first.check()
    expect(sums).to_contain_text("Neither fits in 1 of 14 rows.")


def test_the_keyboard_alone_answers_and_changes_an_answer(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    first = page.locator(TOOL).get_by_role("group").first
    first.get_by_role("radio", name="A. ").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("So far: column A 0 points, column B 3 points.")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "what-you-want-to-own"


@pytest.mark.long
def test_the_reasons_and_what_would_change_it_are_named(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    answer_all(page, "Both fit")
    answers = page.locator(TOOL).get_by_role("group")
    for theme in ("What you want to be accountable for", "What you want to own"):
        answers.filter(has_text=theme).get_by_role("radio", name="B. ").check()
    result = page.locator(".assessment-result")
    expect(result.get_by_role("heading", name="What decided")).to_be_visible()
    expect(result.get_by_text("The plainest way to see the two kinds of work.")).to_be_visible()
    # Six points ahead: one answer for A in a row of three points makes it three, which is undecided.
    change = result.get_by_role("listitem").filter(has_text="A, in place of both fit")
    expect(change.first).to_contain_text("What you like to make")
    answers.filter(has_text="What you like to make").get_by_role("radio", name="A. ").check()
    expect(result.get_by_role("heading", name="Your result: undecided")).to_be_visible()


@pytest.mark.long
def test_the_row_that_was_left_out_is_one_press_away(open_tab: TabOpener) -> None:
    page = opened(open_tab(360))
    expect(page.get_by_role("button", name="Go to the next open row")).to_have_count(0)
    names = choices(page, "A. ").evaluate_all("(radios) => radios.map(({ name }) => name)")
    for at, radio in enumerate(choices(page, "A. ").all()):
        if at != 4:
            radio.check()
    page.get_by_role("button", name="Go to the next open row").press("Enter")
    assert page.evaluate("document.activeElement.name") == names[4]
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Your result")).to_be_visible()


@pytest.mark.long
def test_on_a_phone_the_result_fits_and_the_reasons_are_folded(open_tab: TabOpener) -> None:
    page = opened(open_tab(360))
    page.evaluate("window.print = () => undefined")
    answer_all(page, "A. ")
    result = page.locator(".assessment-result")
    reason = result.get_by_text("The plainest way to see the two kinds of work.")
    expect(reason).to_be_hidden()
    assert (result.bounding_box() or {})["height"] < 2 * 740
    page.get_by_role("button", name="Print").click()
    page.emulate_media(media="print")
    expect(reason).to_be_visible()
    page.emulate_media(media="screen")
    result.locator("summary", has_text="What decided (14 rows)").press("Enter")
    expect(reason).to_be_visible()
    choices(page, "B. ").last.check()
    expect(reason).to_be_visible()  # what was opened stays open


def test_answers_survive_a_reload_reach_another_tab_and_can_be_erased(new_context: Opener) -> None:
    context = new_context()
    page, other = opened(context.new_page()), opened(context.new_page())
    page.bring_to_front()  # a page behind another one draws once a second
    answer_all(page, "B. ")
    expect(other.get_by_role("heading", name="Your result: a clear lean")).to_be_visible()
    page.reload()
    expect(choices(page, "B. ").last).to_be_checked()
    page.get_by_role("button", name="Erase my answers").press("Enter")
    page.get_by_role("button", name="Keep them").press("Enter")
    expect(page.get_by_role("button", name="Erase my answers")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Erase them").press("Enter")
    expect(page.get_by_role("status").get_by_text("Your answers are erased.")).to_be_visible()
    expect(choices(page).first).to_be_focused()
    assert choices(page, checked=True).count() == 0
    assert in_store(page, "return store.list('self-assessment');") == []


SLOW_TO_READ = """tool => {
    const list = tool.store.list.bind(tool.store);
    tool.store.list = async (kind) => {
        await new Promise((done) => setTimeout(done, 500));
        return list(kind);
    };
}"""


def test_an_answer_that_is_said_to_be_erased_is_not_shown_any_more(open_tab: TabOpener) -> None:
    """On a slow machine the message came while the boxes were still checked."""
    page = opened(open_tab())
    choices(page, "A. ").first.check()
    page.locator(TOOL).evaluate(SLOW_TO_READ)
    page.get_by_role("button", name="Erase my answers").press("Enter")
    page.get_by_role("button", name="Erase them").press("Enter")
    expect(page.get_by_role("status").get_by_text("Your answers are erased.")).to_be_visible()
    assert choices(page, checked=True).count() == 0


@pytest.mark.long
def test_the_result_alone_is_printed(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    page.evaluate("window.print = () => { window.isPrinted = true; }")
    answer_all(page, "A. ")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.isPrinted")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="What decided")).to_be_visible()
    expect(page.get_by_role("heading", name="Add it up")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", name="Add it up")).to_be_visible()


@pytest.mark.long
def test_it_works_where_the_browser_keeps_nothing(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = opened(context.new_page())
    answer_all(page, "A. ")
    expect(page.get_by_role("heading", name="Your result: a clear lean")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("isn’t storing anything for this site")


@pytest.mark.long
def test_without_scripts_the_table_is_there(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    expect(page.get_by_text("The folded table below has the same pairs.")).to_be_visible()
    page.get_by_text("The same pairs as a table, for a pencil").click()
    expect(page.get_by_role("table").get_by_text("Column B").first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(open_tab: TabOpener, width: int) -> None:
    page = opened(open_tab(width, reduced_motion="reduce"))
    choices(page, "A. ").first.check()
    page.get_by_role("button", name="Go to the next open row").wait_for()
    assert violations(page, within="self-assessment-tool") == []
    answer_all(page, "A. ")
    page.get_by_role("heading", name="Your result").wait_for()
    page.get_by_role("button", name="Erase my answers").click()
    assert violations(page, within="self-assessment-tool") == []
    page.locator("details.collapsible").evaluate_all(
        "(parts) => parts.forEach((part) => { part.open = !part.open; })"
    )
    assert violations(page, within="self-assessment-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
