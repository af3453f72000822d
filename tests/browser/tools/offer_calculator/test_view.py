"""The calculator on a phone and on paper, its files, and what axe finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import TabOpener
from tests.browser.tools.offer_calculator.entering import added, entered, in_short, opened, worked


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
