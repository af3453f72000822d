"""Pages that break `pages_type_no_figures`, with what the writer reads, and pages that pass."""

from __future__ import annotations

import pytest
from guide.check.rules.pages import pages_type_no_figures
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import page_of


@pytest.mark.parametrize("figure", ["$350,000", "$ 5", "$1.2M", "350K", "274,000", "$274k"])
def test_a_typed_figure_is_reported(real_guide: Guide, figure: str) -> None:
    (report,) = page_reports(
        pages_type_no_figures, real_guide, page_of(f"Text\n\nPay is {figure} now.")
    )
    assert report.startswith(f"8 | '{figure}")
    assert "' is typed by hand. Show it with a macro, from a data file." in report
    assert 'try:  [[= figure("row-id") =]]' in report


@pytest.mark.parametrize("share", ["15 %", "15%", "12.5 percent", "100 %"])
def test_a_typed_share_is_reported(real_guide: Guide, share: str) -> None:
    assert page_reports(
        pages_type_no_figures, real_guide, page_of(f"Text\n\nA bonus of {share} is usual.")
    ) == [
        f"8 | '{share}' is typed by hand. Show it with a macro, from a data file. | try:  [[= figure(\"row-id\") =]]"
    ]


@pytest.mark.parametrize("level", ["level 64", "Level 64", "levels 63", "L65"])
def test_a_typed_level_is_reported(real_guide: Guide, level: str) -> None:
    assert page_reports(
        pages_type_no_figures, real_guide, page_of(f"Text.\nAt {level}, and up.")
    ) == [
        f"7 | '{level}' is typed by hand. Show it with a macro, from a data file. | try:  [[= level(64) =]]"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "In 2026, C058, between 59 and 68",
        "`$350,000` and `Level 64`",
        "[[= figure('a-350,000') =]] and [[= level(64) =]]",
        "IC4 and L5",
        "## Level 64",
        "levels of 4 kinds, percent, the %",
    ],
)
def test_other_numbers_pass(real_guide: Guide, body: str) -> None:
    assert page_reports(pages_type_no_figures, real_guide, page_of(body)) == []
