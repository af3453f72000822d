"""Printed sheets: how many a page takes, and where each ends."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import TabOpener
from tests.browser.settling.traffic import go_to_rest
from tests.built.site import assert_none
from tests.guides import quick_and_slow

# Of Letter, on pages that took 18, 18, 18 and 24 while tables, lists and sources had the air of a screen.
MOST_SHEETS = {
    "reference/faq/": 15,
    "loops/rubrics/": 14,
    "reference/glossary/": 16,
    "mistakes/": 22,
}


@pytest.mark.parametrize("url", quick_and_slow(["reference/offline/"], ["reference/your-data/"]))
@pytest.mark.parametrize("paper", quick_and_slow(["A4"], ["Letter"]))
def test_a_page_of_one_sheet_is_followed_by_no_blank_one(
    open_tab: TabOpener, url: str, paper: str
) -> None:
    page = open_tab(1000)
    go_to_rest(page, url)
    printed = sheets(page, paper)
    assert len(printed) == 1
    assert all(printed)


@pytest.mark.long
@pytest.mark.parametrize("url", quick_and_slow([*MOST_SHEETS][:1], [*MOST_SHEETS][1:]))
def test_a_page_prints_about_as_long_as_its_text(open_tab: TabOpener, url: str) -> None:
    """Each letter of the glossary listed its names twice, and a sheet did not say which it was."""
    page = open_tab(1000)
    go_to_rest(page, url)
    printed = sheets(page, "Letter")
    assert len(printed) <= MOST_SHEETS[url]
    assert [text.split()[0] for text in printed] == [str(n + 1) for n in range(len(printed))]


def sheets(page: Page, paper: str) -> list[str]:
    """The text of each sheet."""
    printed = PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [sheet.extract_text().strip() for sheet in printed.pages]


@pytest.mark.long
def test_the_pages_to_read_are_printed_in_two_columns(open_tab: TabOpener) -> None:
    """Seven sheets with a line of a few words each, across the whole sheet."""
    page = open_tab(1000)
    go_to_rest(page, "prepare/progress/")
    assert len(sheets(page, "A4")) <= 4


@pytest.mark.long
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_landing_page_begins_its_paths_on_the_first_sheet(
    open_tab: TabOpener, paper: str
) -> None:
    """The first sheet held a heading and the choice of a track, because a path did not break."""
    page = open_tab(1000)
    go_to_rest(page, "")
    first = sheets(page, paper)[0]
    assert "Make a plan with your dates" in first
    assert "My track" not in first


@pytest.mark.long
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_tables_keep_the_widths_of_their_columns_on_paper(open_tab: TabOpener, paper: str) -> None:
    """The tasks of a week had the narrowest column, and two sheets held the head of a table only."""
    page = open_tab(1000)
    go_to_rest(page, "prepare/plan/")
    printed = sheets(page, paper)
    assert len(printed) <= 18
    assert_none([text for text in printed if text.endswith("PMM")])


@pytest.mark.long
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_sheet_ends_with_what_leads_to_the_next(open_tab: TabOpener, paper: str) -> None:
    """One ended with the head of a table, the next with "About the stock"."""
    page = open_tab(1000)
    go_to_rest(page, "pay/reading-an-offer/")
    ends = [text.splitlines()[-1] for text in sheets(page, paper)]
    assert len(ends) > 3
    assert_none([end for end in ends if re.search("^About|Year 4$|unchanged$|[:]$", end)])


@pytest.mark.long
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_card_breaks_between_its_parts(open_tab: TabOpener, paper: str) -> None:
    """Twenty-seven cards took thirty-four sheets while none of them broke."""
    page = open_tab(1000)
    go_to_rest(page, "mistakes/")
    assert page.pdf(format=paper).count(b"/Type /Page\n") <= 24


@pytest.mark.long
def test_a_page_with_charts_leaves_no_half_sheets_empty(open_tab: TabOpener) -> None:
    """Seventeen sheets, while a chart did not fit on one and a fold began on a new one."""
    page = open_tab(1000)
    go_to_rest(page, "pay/by-level/")
    assert page.pdf(format="Letter").count(b"/Type /Page\n") <= 11
    page.emulate_media(media="print")
    for chart in page.locator(".chart:has(.chart__legend)").all():
        assert chart.evaluate("e => e.getBoundingClientRect().height") < 900  # of a sheet of Letter
