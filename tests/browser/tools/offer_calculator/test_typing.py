"""Numbers are shown as they are typed, and lose no digit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Opener, TabOpener
from tests.browser.tools.conftest import in_store
from tests.browser.tools.offer_calculator.entering import SAVED, entered, in_short, opened, worked

# A write of another tab that takes its time: what this tab writes waits until `writesGoOn`.
WRITES_WAIT = """async () => {
  const [{ name }] = await indexedDB.databases();
  const database = await new Promise((done) => {
    indexedDB.open(name).onsuccess = ({ target }) => done(target.result);
  });
  const records = database.transaction("records", "readwrite").objectStore("records");
  const hold = () => window.writesGoOn || (records.count().onsuccess = hold);
  hold();
}"""


@pytest.mark.long
def test_fast_typing_loses_no_digit(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    page.get_by_label("Base a year").press_sequentially("123456789", delay=0)
    expect(page.get_by_label("Base a year")).to_have_value("123456789")
    page.get_by_label("Base a year").fill("")
    page.get_by_label("Base a year").press_sequentially("187654", delay=3)
    expect(in_short(page)).to_contain_text("Year 1 pays $187,654")
    expect(page.get_by_label("Base a year")).to_have_value("187654")


@pytest.mark.long
def test_typing_while_a_part_is_fetched_loses_no_digit(new_context: Opener) -> None:
    page = worked(new_context().new_page())
    held: list[Route] = []

    # Playwright takes no method of a list.
    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/headline-*.js", hold)
    page.locator("summary", has_text="A total you were told").click()
    total = page.get_by_label("The total, in dollars")
    with page.expect_request("**/headline-*.js"):
        total.press_sequentially("3")
    # The part arrives while a digit is not written yet: what was read before it is old by then.
    page.evaluate(WRITES_WAIT)
    total.press_sequentially("6")
    with page.expect_event("requestfinished"):
        held[0].continue_()
    page.evaluate("document.querySelector('offer-calculator-tool').updateComplete")
    total.press_sequentially("0000")
    page.evaluate("window.writesGoOn = true")
    expect(page.get_by_text("No year pays that").first).to_contain_text("$360,000")
    expect(total).to_have_value("360000")
    assert in_store(page, SAVED)[0][1]["headline"] == 360_000


@pytest.mark.parametrize(
    ("typed", "shown", "year_1"),
    [
        pytest.param("150000.00", "150,000", "$150,000", marks=pytest.mark.long),
        ("$185,000", "185,000", "$185,000"),
        pytest.param("160k", "160,000", "$160,000", marks=pytest.mark.long),
        pytest.param("1.2m", "1,200,000", "$1,200,000", marks=pytest.mark.long),
        ("185.000,00", "185,000", "$185,000"),
    ],
)
def test_a_sum_is_read_as_it_is_written_and_never_rebuilt_while_it_is_typed(
    open_tab: TabOpener, typed: str, shown: str, year_1: str
) -> None:
    page = opened(open_tab())
    base = page.get_by_label("Base a year")
    for at, key in enumerate(typed, start=1):
        base.press_sequentially(key)
        expect(base).to_have_value(typed[:at])
    in_store(page, SAVED)  # what was written is read again meanwhile
    expect(base).to_have_value(typed)
    base.press("Tab")
    expect(base).to_have_value(shown)
    expect(in_short(page)).to_contain_text(f"Year 1 pays {year_1}")


@pytest.mark.long
def test_digits_are_grouped_outside_a_field_and_plain_inside(open_tab: TabOpener) -> None:
    """A comma between digits that are being changed could be read as a point."""
    page = worked(open_tab())
    base = page.get_by_label("Base a year")
    expect(base).to_have_value("200,000")
    base.focus()
    expect(base).to_have_value("200000")
    base.press("End")
    base.press("Backspace")
    expect(base).to_have_value("20000")
    base.press("Enter")  # fires a change event while the reader is still in the field
    expect(base).to_have_value("20000")
    base.press("Tab")
    expect(base).to_have_value("20,000")
    assert in_store(page, SAVED)[0][1]["base"] == 20_000


@pytest.mark.long
def test_a_press_into_a_field_puts_the_caret_where_it_was_and_takes_no_digit(
    open_tab: TabOpener,
) -> None:
    page = worked(open_tab())
    base = page.get_by_label("Base a year")
    base.click(position={"x": 25, "y": 12})  # between two digits
    page.keyboard.type("5")
    written = base.input_value()
    assert sorted(written) == sorted("2000005")
    assert not written.endswith("5")
    page.keyboard.press("Control+z")
    expect(base).to_have_value("200000")


@pytest.mark.long
def test_a_minus_and_a_point_stay_where_they_were_typed(open_tab: TabOpener) -> None:
    page = worked(open_tab())
    page.locator("summary", has_text="Share price:").press("Enter")
    change = page.get_by_label("Change every year, percent")
    change.press_sequentially("-0.5")
    expect(change).to_have_value("-0.5")
    change.fill("")
    change.press_sequentially("-5.05")
    change.press("Tab")
    expect(change).to_have_value("-5.05")
    assert in_store(page, SAVED)[0][1]["change"] == -5.05


@pytest.mark.long
def test_what_cannot_be_read_stays_in_its_field_and_is_reported(open_tab: TabOpener) -> None:
    page = worked(open_tab())
    base = page.get_by_label("Base a year")
    base.fill("160 bananas")
    base.press("Tab")
    expect(page.get_by_text("“160 bananas” is not a number we can read.")).to_be_visible()
    expect(base).to_have_value("160 bananas")
    expect(base).to_have_attribute("aria-invalid", "true")


def test_a_wrong_entry_is_reported_when_the_field_is_left_and_not_before(
    open_tab: TabOpener,
) -> None:
    page = opened(open_tab())
    base = page.get_by_label("Base a year")
    base.press_sequentially("200")
    expect(page.get_by_text("Write all digits")).to_be_hidden()
    base.press("Tab")
    expect(page.get_by_text("Write all digits: 200000, if you mean $200,000.")).to_be_visible()
    expect(base).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Check the highlighted field to see your totals.")).to_be_visible()
    entered(page, base="200000")
    expect(in_short(page)).to_contain_text("Year 1 pays $200,000")
