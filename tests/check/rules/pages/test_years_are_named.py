"""Pages that break `years_are_named`, with what the writer reads, and pages that pass."""

# ruff: noqa: E501 -- a message is asserted whole, on one line
from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.pages import years_are_named
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import guide_of, page_of, row


@pytest.fixture
def guide_of_two_years(tmp_path: Path) -> Guide:
    """A figure of 2026, one of 2017 to 2021, and a range of 2025."""
    return guide_of(
        tmp_path,
        sources=[row("sources")],
        compensation=[
            row("compensation", id="new"),
            row("compensation", id="newer", as_of="2026-07"),
        ],
        pay_aggregates=[row("pay-aggregates", id="old")],
        posted_ranges=[row("posted-ranges", id="posted", as_of="2025")],
    )


def brief(row_id: str) -> str:
    return f'[[= figure("{row_id}", brief=True) =]]'


@pytest.mark.parametrize(
    ("body", "report"),
    [
        (
            f"First.\n\nPMs earn {brief('new')} and marketers\n{brief('old')}.",
            "8 | compares figures of 2017/2021 and 2026 without saying so. Name the years in the sentence, or leave brief=True out.",
        ),
        (
            f"- In all {brief('new')}, posted {brief('posted')}.",
            "6 | compares figures of 2025 and 2026 without saying so. Name the years in the sentence, or leave brief=True out.",
        ),
    ],
)
def test_a_comparison_of_different_years_is_reported(
    guide_of_two_years: Guide, body: str, report: str
) -> None:
    assert page_reports(years_are_named, guide_of_two_years, page_of(body)) == [report]


@pytest.mark.parametrize(
    "body",
    [
        f"In 2026 {brief('new')}, in the reports of 2017 to 2021 {brief('old')}.",
        f"PMs earn {brief('new')}. Marketers earned {brief('old')}.",
        f"- PMs {brief('new')}\n- Marketers {brief('old')}",
        f"Both {brief('new')} and {brief('newer')}.",
        f'PMs earn {brief("new")}, marketers [[= figure("old") =]].',
        f"`{brief('new')} {brief('old')}`",
    ],
)
def test_years_that_are_named_or_equal_pass(guide_of_two_years: Guide, body: str) -> None:
    assert page_reports(years_are_named, guide_of_two_years, page_of(body)) == []
