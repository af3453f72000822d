"""Number fields in every engine: what is typed, composed, pasted or undone is the reader's, and read as meant."""

from __future__ import annotations

import pytest

from tests.engines.driver import END, TAB, Driver, field

pytestmark = pytest.mark.long

CALCULATOR = "pay/offer-calculator/"
BASE = field("Base a year")
ACTIVE = "document.activeElement"
# A clipboard is filled as a reader fills it: a text is selected and copied.
COPIED_FROM = """const box = document.createElement("textarea");
box.id = "copied-from";
document.body.append(box);
box.value = arguments[0];
box.select();"""


def base_of(browser: Driver, address: str) -> None:
    """The calculator, with its first field emptied of what a test before has left there."""
    browser.open(address + CALCULATOR)
    browser.wait_for(BASE)
    if browser.run(f"return {BASE}.value"):
        enter(browser)
        browser.run("document.execCommand('delete')")
        left(browser, f"{BASE}.blur()")
    holds(browser, "")


def left(browser: Driver, script: str) -> None:
    """Leaves the field by a script, and waits for the new one that replaces it."""
    browser.run(f"Object.assign({BASE}, {{ isOld: true }}); {script}")
    browser.wait_for(f"!{BASE}.isOld")


def holds(browser: Driver, text: str) -> None:
    browser.wait_for(f"{BASE}.value === {text!r}", 10)


def enter(browser: Driver) -> None:
    """Comes into the field as a key does: what is in it is selected."""
    browser.run(f"{BASE}.focus(); {BASE}.select()")


def undo(browser: Driver, times: int, *, again: bool = False) -> None:
    # The window of WebKit's tests has no key for it, but the same history.
    browser.run(
        "for (let count = 0; count < arguments[0]; count += 1) document.execCommand(arguments[1]);",
        times,
        "redo" if again else "undo",
    )


def paste(browser: Driver, text: str) -> None:
    """Puts a text into the clipboard and from there into the field."""
    browser.run(COPIED_FROM, text)
    browser.press_with_control("c")
    browser.run("document.getElementById('copied-from').remove()")
    enter(browser)
    browser.press_with_control("v")


def test_undo_and_redo_stay_within_what_was_typed_since_the_field_was_entered(
    browser: Driver, address: str
) -> None:
    base_of(browser, address)
    browser.type(BASE, "150000")
    left(browser, f"{BASE}.blur()")
    holds(browser, "150,000")
    browser.run(f"{BASE}.focus()")
    holds(browser, "150000")
    undo(browser, 4)
    undo(browser, 4, again=True)
    holds(browser, "150000")
    browser.type(ACTIVE, END + "0")
    holds(browser, "1500000")
    undo(browser, 4)
    holds(browser, "150000")
    browser.type(ACTIVE, TAB)
    holds(browser, "150,000")
    browser.sees("Year 1 pays $150,000.")


@pytest.mark.parametrize(
    ("given", "shown", "is_refused"),
    [
        ("$150,234.00", "150,234", False),
        ("$1,234.50", "1,234.5", True),  # an offer is in whole dollars
        ("185²", "185²", True),
        ("١٨٥٠٠٠", "185,000", False),
        ("۱۸۵۰۰۰", "185,000", False),
        ("\u200e$185,000\u200e ", "185,000", False),
    ],
)
def test_what_is_pasted_is_read_as_meant_or_stays(
    browser: Driver, address: str, given: str, shown: str, is_refused: bool
) -> None:
    base_of(browser, address)
    paste(browser, given)
    holds(browser, given)
    browser.type(ACTIVE, TAB)
    holds(browser, shown)
    browser.wait_for(f"{BASE}.getAttribute('aria-invalid') === '{str(is_refused).lower()}'", 10)


def test_a_composed_number_is_left_alone_until_it_is_chosen(browser: Driver, address: str) -> None:
    base_of(browser, address)
    browser.run(f"{BASE}.focus()")
    browser.compose("１８５０００")
    holds(browser, "１８５０００")
    browser.type(ACTIVE, TAB)
    holds(browser, "185,000")
    browser.sees("Year 1 pays $185,000.")


def test_a_reader_who_looks_at_another_window_goes_on_where_they_were(
    browser: Driver, address: str
) -> None:
    base_of(browser, address)
    browser.type(BASE, "1500")
    browser.look_elsewhere()
    holds(browser, "1500")
    browser.type(ACTIVE, "00")
    holds(browser, "150000")
    browser.type(ACTIVE, TAB)
    holds(browser, "150,000")
    # What was selected stays selected.
    browser.run(f"{BASE}.focus()")
    holds(browser, "150000")
    browser.run(f"{BASE}.setSelectionRange(1, 3)")
    browser.look_elsewhere()
    place = f"return [{BASE}.value, {BASE}.selectionStart, {BASE}.selectionEnd]"
    assert browser.run(place) == ["150000", 1, 3]
