"""Offers are entered by keyboard, saved, added up and compared."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.tools.conftest import in_store
from tests.browser.tools.offer_calculator.entering import (
    SAVED,
    added,
    entered,
    in_short,
    opened,
    totals,
    worked,
)


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
