"""Cases on a phone and on paper: sums keep their numbers in sight, and the page of the last day is one sheet."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import TabOpener
from tests.guides import quick_and_slow

WITH_SUMS = ["prepare/case-launch/", "prepare/case-execution/", "prepare/case-e7-suite/"]
CUT_OFF = """sums => sums.flatMap(sum => [...sum.querySelectorAll("td, th")])
    .filter(cell => { const at = cell.getBoundingClientRect(); return at.right > innerWidth || at.width < 1; })
    .map(cell => cell.textContent)"""
SHEET = re.compile(rb"/Type\s*/Page[^s]")


@pytest.mark.parametrize("url", quick_and_slow([*WITH_SUMS][:1], [*WITH_SUMS][1:]))
def test_every_number_of_a_sum_is_in_sight_on_a_phone(open_tab: TabOpener, url: str) -> None:
    page = open_tab(360)
    page.goto(url)
    sums = page.locator(".sum")
    assert sums.count() > 1
    assert sums.evaluate_all(CUT_OFF) == []


def test_the_last_day_is_one_sheet_of_paper(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    page.goto("prepare/last-day/")
    assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) == 1
