"""The offer calculator as a reader uses it: by keyboard, on a phone, in two tabs, with a browser that keeps nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.tools.conftest import in_store
from tests.browser.tools.store.breaking import NO_DATABASE

HERE = "pay/offer-calculator/"
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
SAVED = "return (await store.list('offer-calculator')).map(({ id, value }) => [id, value]);"


def opened(page: Page) -> Page:
    go(page, HERE)
    page.get_by_label("Base a year").wait_for()
    return page


def entered(page: Page, **fields: str) -> Page:
    for name, value in fields.items():
        page.locator(f"#offer-{name}").fill(value)
    page.keyboard.press("Tab")
    return page


def added(page: Page, button: str) -> None:
    """Add an offer, and wait until its own fields are there."""
    page.get_by_role("button", name=button).press("Enter")
    expect(page.get_by_label("Name of this offer")).to_be_focused()


def worked(page: Page) -> Page:
    """The offer that the page Reading an offer works through."""
    opened(page).get_by_label("Level", exact=True).select_option("64")
    page.locator("summary", has_text="Annual awards").click()
    return entered(
        page, base="200000", on_hire="160000", sign_on_1="26000", sign_on_2="26000", annual="40000"
    )


def in_short(page: Page) -> Locator:
    return page.locator(".offer-results > p").first


def totals(page: Page) -> list[str]:
    """The sums of the years, once what works them out has come."""
    values = page.locator(".guide-table--years tbody td:last-child .guide-table__value")
    values.first.wait_for()
    return values.all_inner_texts()


@pytest.mark.long
def test_the_years_are_those_of_the_page_that_works_the_same_offer(new_context: Opener) -> None:
    context = new_context()
    page = worked(context.new_page())
    expect(page.get_by_role("heading", name="What Offer 1 pays")).to_be_visible()
    of_the_tool = totals(page)[:4]
    reading = context.new_page()
    go(reading, "pay/reading-an-offer/")
    cells = reading.locator("#pm-level-64 tbody tr:last-child .guide-table__value")
    assert cells.all_inner_texts() == of_the_tool


def test_a_whole_loop_by_keyboard_alone(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    page.get_by_label("Level", exact=True).focus()
    page.keyboard.type("64")
    for value in ("200000", "160000", "26000"):
        page.keyboard.press("Tab")
        page.keyboard.type(value)
    expect(in_short(page)).to_contain_text("Year 1 pays $296,000")
    page.locator("summary", has_text="A total you were told").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("360000")
    page.keyboard.press("Tab")
    flag = page.get_by_role("note").get_by_text("This adds a grant of several years")
    expect(flag).to_be_visible()
    added(page, "Copy this offer")
    page.keyboard.type("Second")
    expect(page.get_by_role("heading", name="Side by side")).to_be_visible()
    page.get_by_role("button", name="Remove this offer …").press("Enter")
    page.get_by_role("button", name="Remove it").press("Enter")
    expect(page.get_by_role("heading", name="Side by side")).to_be_hidden()
    expect(page.locator("offer-calculator-tool").get_by_role("status")).to_have_text(
        "The offer is removed."
    )
    expect(page.get_by_label("Track", exact=True)).to_be_focused()


@pytest.mark.long
def test_what_is_entered_survives_a_reload(open_tab: TabOpener) -> None:
    page = worked(open_tab())
    in_store(page, SAVED)  # answered after the last field is written, however slow the machine
    page.reload()
    expect(page.get_by_label("Base a year")).to_have_value("200,000")
    assert totals(page) == ["$296,000", "$304,000", "$286,000", "$294,000", "$262,000"]


@pytest.mark.long
def test_two_tabs_that_fill_in_one_offer_lose_nothing(new_context: Opener) -> None:
    context = new_context()
    here, there = (opened(context.new_page()) for _ in range(2))
    entered(here, base="200000")
    expect(there.get_by_label("Base a year")).to_have_value("200,000")
    entered(there, on_hire="160000")
    entered(here, sign_on_1="26000")
    for tab in (here, there):
        expect(tab.get_by_label("On-hire stock, the whole grant")).to_have_value("160,000")
        expect(tab.get_by_label("Sign-on in year 1")).to_have_value("26,000")
    # Both add an offer: it is one and the same.
    for tab in (here, there):
        tab.get_by_role("button", name="Add a Microsoft offer").click()
    for tab in (here, there):
        expect(tab.get_by_label("Name of this offer")).to_be_visible()
    assert [one[0] for one in in_store(here, SAVED)] in (
        ["offer-1", "offer-2"],
        ["offer-1", "offer-2", "offer-3"],
    )
    assert in_store(here, SAVED)[0][1]["on_hire"] == 160_000


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


def test_the_first_year_stays_in_sight_on_a_phone(open_tab: TabOpener) -> None:
    page = worked(open_tab(360, height=640))
    line = page.get_by_text("Year 1 pays $296,000. See all the years")
    for place in (
        page.get_by_label("Level", exact=True),
        page.locator("summary", has_text="Share price:"),
    ):
        place.evaluate("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })")
        expect(line).to_be_in_viewport(ratio=1)


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


@pytest.mark.long
def test_other_employers_vest_by_their_own_shares_and_are_compared(open_tab: TabOpener) -> None:
    page = worked(open_tab())
    added(page, "Add another employer’s offer")
    entered(page, name="Elsewhere", base="220000", on_hire="300000")
    for year, share in enumerate(("40", "30", "20", "10"), start=1):
        page.get_by_label(f"Year {year}", exact=True).fill(share)
    page.keyboard.press("Tab")
    assert totals(page) == ["$340,000", "$310,000", "$280,000", "$250,000", "$220,000"]
    expect(page.get_by_text("evidence on Microsoft alone")).to_be_visible()
    rows = page.locator(".guide-table--offers tbody tr")
    for at, amounts in ((0, ["$296,000", "$340,000, most"]), (4, ["$262,000, most", "$220,000"])):
        assert rows.nth(at).locator(".guide-table__value").all_inner_texts() == amounts


@pytest.mark.long
def test_the_conflict_is_said_beside_its_choice_with_who_says_what(open_tab: TabOpener) -> None:
    page = worked(open_tab())
    fold = page.locator(".offer-form details.offer-fold", has_text="On-hire stock:")
    expect(fold.locator("> summary")).to_contain_text("Sources conflict")
    fold.locator("> summary").click()
    row = fold.get_by_role("row", name="18 $60,000 $40,000")
    expect(row).to_be_visible()
    rule = fold.locator("details.offer-rule").first
    rule.locator("summary").click()
    expect(rule).to_contain_text("25% on each anniversary")
    expect(rule).to_contain_text("Confidence low")
    link = rule.get_by_role("link", name="Rora").first
    assert "/reference/sources-guides/#source-teamrora" in (link.get_attribute("href") or "")


@pytest.mark.long
def test_the_files_are_offered_and_hold_the_sums(open_tab: TabOpener, tmp_path: Path) -> None:
    page = worked(open_tab())
    for button, holds in (("Save as CSV", "Together,296000"), ("Save as Markdown", "| $296,000 |")):
        with page.expect_download() as saving:
            page.get_by_role("button", name=button).click()
        saving.value.save_as(tmp_path / "file")
        assert holds in (tmp_path / "file").read_text(encoding="utf-8")


@pytest.mark.long
def test_paper_gets_the_years_and_not_the_form(open_tab: TabOpener) -> None:
    page = worked(open_tab())
    page.emulate_media(media="print")
    expect(in_short(page)).to_contain_text("Year 1 pays $296,000")
    expect(in_short(page)).to_be_visible()
    expect(page.locator(".offer-form")).to_be_hidden()
    expect(page.locator(".offer-basis dd").first).to_be_visible()


@pytest.mark.long
def test_on_a_phone_the_long_parts_are_folded_and_stay_as_they_are_put(
    open_tab: TabOpener,
) -> None:
    page = worked(open_tab(360))
    cell = page.locator(".guide-table--years td").first
    posted = page.get_by_text("Product Management IC4, US").first
    reports = page.get_by_text("Self-reports by product managers, base a year").first
    expect(in_short(page)).to_be_visible()
    expect(cell).to_be_hidden()
    # What Microsoft posts is the firmest answer, so it is never folded.
    expect(posted).to_be_visible()
    expect(reports).to_be_hidden()
    page.locator("summary", has_text="Each part, year by year").press("Enter")
    page.locator("summary", has_text="Your base: $200,000 beside").press("Enter")
    expect(cell).to_be_visible()
    entered(page, base="210000")
    expect(page.locator("summary", has_text="Your base: $210,000 beside")).to_be_visible()
    expect(cell).to_be_visible()
    expect(reports).to_be_visible()
    page.reload()
    page.get_by_label("Base a year").wait_for()
    page.emulate_media(media="print")
    expect(cell).to_be_visible()
    expect(reports).to_be_visible()


@pytest.mark.long
def test_a_browser_that_keeps_nothing_says_so_and_the_tool_works(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = worked(context.new_page())
    assert totals(page)[0] == "$296,000"
    expect(
        page.get_by_role("alert").get_by_text("isn’t storing anything for this site")
    ).to_be_visible()


@pytest.mark.long
def test_without_scripts_the_page_says_what_it_would_do_and_how_to_do_it_on_paper(
    new_context: Opener,
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    expect(page.get_by_text("turns an offer letter into the cash")).to_be_visible()
    expect(page.get_by_text("Work the letter out on paper")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state_and_nothing_needs_sideways_scrolling(
    open_tab: TabOpener, width: int
) -> None:
    page = opened(open_tab(width, reduced_motion="reduce"))
    assert violations(page, within="offer-calculator-tool") == []
    entered(page, base="200")
    page.get_by_text("Write all digits").wait_for()
    worked(page)
    page.locator("summary", has_text="A total you were told").click()
    entered(page, headline="360000")
    page.locator("offer-calculator-tool").evaluate(
        "(tool) => tool.querySelectorAll('details').forEach((one) => { one.open = true; })"
    )
    assert violations(page, within="offer-calculator-tool") == []
    added(page, "Add another employer’s offer")
    entered(page, base="180000", on_hire="200000")
    page.get_by_role("button", name="Remove this offer …").click()
    assert violations(page, within="offer-calculator-tool") == []
    added(page, "Add a Microsoft offer")
    entered(page, base="190000", on_hire="120000")
    page.get_by_role("region", name="Offers side by side").wait_for()
    assert violations(page, within="offer-calculator-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
