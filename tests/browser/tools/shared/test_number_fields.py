"""Number fields of every tool: the text of a field is the reader's while they are in it, and undo stays within it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opener, TabOpener, go, until
from tests.browser.tools.conftest import in_store

CALCULATOR = "pay/offer-calculator/"
PLAN = "prepare/dated-plan/"
PRACTICE = "prepare/practice/"
# What a field hears when the reader looks at another window: it has the focus still.
ANOTHER_WINDOW = """(field) => {
  field.dispatchEvent(new Event("change", { bubbles: true }));
  field.dispatchEvent(new FocusEvent("blur"));
}"""

IN_PAGE = "(field) => field.isConnected"
# Whether the field that was left is still there when a screen reader has heard of the next one.
LEFT_IN_PEACE = """(next) => new Promise((done) => {
  const left = document.activeElement;
  const frames = (count) => count ? requestAnimationFrame(() => frames(count - 1)) : done(left.isConnected);
  next.addEventListener("focus", () => frames(3), { once: true });
})"""


def base_of(page: Page) -> Locator:
    go(page, CALCULATOR)
    base = page.get_by_label("Base a year")
    base.wait_for()
    return base


def pressed(page: Page, keys: str, times: int) -> None:
    for _ in range(times):
        page.keyboard.press(keys)


def first_year(page: Page, dollars: str) -> None:
    expect(page.locator(".offer-results > p").first).to_contain_text(f"Year 1 pays {dollars}.")


@pytest.mark.long
def test_undo_in_a_field_is_of_what_was_typed_since_it_was_entered(open_tab: TabOpener) -> None:
    """Redo had put the digits typed before into the text that the tool had grouped: 1500001500150000."""
    page = open_tab()
    base = base_of(page)
    base.press_sequentially("150000")
    left = base.element_handle()
    base.press("Tab")
    expect(base).to_have_value("150,000")
    until(page, lambda: not left.evaluate(IN_PAGE))
    base.focus()
    expect(base).to_have_value("150000")
    pressed(page, "Control+z", 4)
    pressed(page, "Control+Shift+z", 4)
    expect(base).to_have_value("150000")
    base.press("End")
    base.press_sequentially("0")
    expect(base).to_have_value("1500000")
    pressed(page, "Control+z", 4)
    expect(base).to_have_value("150000")
    base.press("Tab")
    first_year(page, "$150,000")


def test_a_field_stays_until_the_next_one_has_been_announced(open_tab: TabOpener) -> None:
    """A screen reader whose focus goes away says nothing of where it comes to: Tab was silent in every number field."""
    page = open_tab()
    base = base_of(page)
    base.press_sequentially("150000")
    page.get_by_label("On-hire stock").evaluate(
        f"(next) => {{ window.left = ({LEFT_IN_PEACE})(next); }}"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("window.left"), "the field went away as the focus came to the next one"
    untouched = page.get_by_label("On-hire stock").element_handle()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Sign-on in year 1")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Sign-on in year 2")).to_be_focused()
    assert untouched.evaluate(IN_PAGE), "a field is made anew in which no one typed"


@pytest.mark.long
def test_undo_never_brings_back_the_number_of_another_offer(open_tab: TabOpener) -> None:
    page = open_tab()
    base = base_of(page)
    base.press_sequentially("150000 each")
    page.get_by_role("button", name="Add another employer’s offer").press("Enter")
    expect(page.get_by_label("Name of this offer")).to_be_focused()
    share = page.get_by_label("Year 1", exact=True)
    expect(share).to_have_value("25")
    for field, text in ((base, "200000"), (share, "40")):
        field.focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
        pressed(page, "Control+z", 6)
        pressed(page, "Control+Shift+z", 6)
        expect(field).to_have_value(text)
        left = field.element_handle()
        field.blur()
        until(page, lambda left=left: not left.evaluate(IN_PAGE))


@pytest.mark.long
def test_a_reader_who_looks_at_another_window_goes_on_where_they_were(open_tab: TabOpener) -> None:
    """The digits had been grouped and then selected, so the next key replaced them all."""
    page = open_tab()
    base = base_of(page)
    base.press_sequentially("1500")
    base.evaluate(ANOTHER_WINDOW)
    expect(page.locator(".offer-first")).to_contain_text("$1,500")
    base.dispatch_event("focus")
    page.keyboard.type("00")
    expect(base).to_have_value("150000")
    base.press("Tab")
    expect(base).to_have_value("150,000")
    first_year(page, "$150,000")


@pytest.mark.long
def test_digits_that_are_composed_stay_as_they_are_until_they_are_chosen(
    open_tab: TabOpener,
) -> None:
    page = open_tab()
    base = base_of(page)
    base.focus()
    keys = page.context.new_cdp_session(page)
    for end in range(1, 7):
        text = "１８５０００"[:end]
        place = {"selectionStart": end, "selectionEnd": end}
        keys.send("Input.imeSetComposition", {"text": text, **place})
        expect(base).to_have_value(text)
    keys.send("Input.insertText", {"text": "185000"})
    expect(base).to_have_value("185000")
    base.press("Tab")
    first_year(page, "$185,000")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param("١٨٥٠٠٠", "185,000", marks=pytest.mark.long),
        ("\u200e$185,000\u200e ", "185,000"),
        pytest.param("185²", "185²", marks=pytest.mark.long),
        ("185000/year", "185000/year"),
    ],
)
def test_what_is_pasted_is_read_as_meant_or_stays_with_a_sentence(
    open_tab: TabOpener, given: str, shown: str
) -> None:
    page = open_tab()
    base = base_of(page)
    base.focus()
    page.keyboard.insert_text(given)
    expect(base).to_have_value(given)
    base.press("Tab")
    expect(base).to_have_value(shown)
    if shown == given:
        expect(base).to_have_accessible_description(
            f"“{given}” is not a number we can read. Write it like 185000, 185,000 or 185k."
        )


@pytest.mark.long
def test_the_hours_of_a_plan_are_read_from_any_keyboard(new_context: Opener) -> None:
    page = new_context().new_page()
    go(page, PLAN)
    hours = page.get_by_label("Hours a week")
    hours.fill("٧٫٥ \u200f")
    page.get_by_role("button", name="Make the plan").press("Enter")
    expect(page.get_by_label("Date of the loop")).to_be_focused()
    expect(hours).to_have_value("٧٫٥ \u200f")
    expect(hours).to_have_attribute("aria-invalid", "false")
    hours.fill("7 or 8")
    page.get_by_role("button", name="Make the plan").press("Enter")
    expect(hours).to_have_attribute("aria-invalid", "true")
    expect(hours).to_have_value("7 or 8")


@pytest.mark.long
def test_a_count_stays_as_it_was_typed_while_the_reader_is_in_its_field(
    new_context: Opener,
) -> None:
    """Enter keeps the count, and the text had been swapped for it under the reader."""
    page = new_context().new_page()
    go(page, PRACTICE)
    in_store(page, "return store.change('practice', 'choices', () => ({ track: 'pm', size: 5 }));")
    page.locator("summary", has_text="What is drawn").press("Enter")
    count = page.get_by_label("Questions a day")
    count.fill("１２")
    count.press("Enter")
    expect(page.get_by_text("12 questions to go")).to_be_visible()
    expect(count).to_have_value("１２")
    count.fill("many")
    count.press("Enter")
    expect(page.get_by_text("Write a whole number from 1 to")).to_be_visible()
    expect(count).to_have_value("many")


def test_a_word_without_an_end_makes_no_page_wider(open_tab: TabOpener) -> None:
    """A message repeated it on one line, which made a phone's page 14,000 px wide."""
    page = open_tab(320)
    base_of(page).fill("W" * 900)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Add another employer’s offer").press("Enter")
    page.get_by_label("Name of this offer").fill("W" * 60)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="W" * 60).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
