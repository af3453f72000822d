"""Rows that break `ranges_are_ordered`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import ranges_are_ordered

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "reversed range": (
        {"posted_ranges": [row("posted-ranges", low=300000)]},
        "data/posted-ranges.csv:2: a-post / low\n"
        "    low (300000) is above high (200000). Swap them or correct one.",
    ),
    "reversed guideline": (
        {"offer_guidelines": [row("offer-guidelines", main_base_per_year_high=90000)]},
        "data/offer-guidelines.csv:2: 64 / main_base_per_year_low\n"
        "    main_base_per_year_low (100000) is above main_base_per_year_high (90000). Swap them or correct one.",
    ),
    "reversed rounds": (
        {"loop_reports": [row("loop-reports", rounds_low=5)]},
        "data/loop-reports.yml:1: a-report / rounds_low\n"
        "    rounds_low (5) is above rounds_high (4). Swap them or correct one.",
    ),
    "falling percentiles": (
        {"pay_aggregates": [row("pay-aggregates", p25=None, p10=4)]},
        "data/pay-aggregates.csv:2: pm-64-old / p10\n"
        "    p10 (4) is above median (3). Swap them or correct one.",
    ),
}
GOOD: dict[str, Tables] = {
    "ordered and open ranges": {
        "posted_ranges": [row("posted-ranges", low=200000)],
        "loop_reports": [row("loop-reports", rounds_low=None)],
        "pay_aggregates": [row("pay-aggregates", p25=None, p75=None)],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(ranges_are_ordered, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(ranges_are_ordered, guide_of(tmp_path, **tables)) == []
