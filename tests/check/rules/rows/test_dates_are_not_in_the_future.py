"""Rows that break `dates_are_not_in_the_future`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from guide.check.rules.rows import dates_are_not_in_the_future

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

TODAY = dt.datetime.now(dt.UTC).date()
NEXT_WEEK = (TODAY + dt.timedelta(days=8)).isoformat()
TOMORROW = (TODAY + dt.timedelta(days=1)).isoformat()
NEXT_YEAR = str(TODAY.year + 1)
BROKEN: dict[str, tuple[Tables, str]] = {
    "changed in the future": (
        {"changes": [row("changes", date=NEXT_WEEK)]},
        f"data/changes.yml:1: a-change / date\n"
        f"    '{NEXT_WEEK}' is in the future. Write the day it was read.",
    ),
    "read in the future": (
        {"sources": [row("sources", retrieved=NEXT_WEEK)]},
        f"data/sources.yml:1: a-source / retrieved\n"
        f"    '{NEXT_WEEK}' is in the future. Write the day it was read.",
    ),
    "published in the future": (
        {"sources": [row("sources", published=NEXT_YEAR)]},
        f"data/sources.yml:1: a-source / published\n"
        f"    '{NEXT_YEAR}' is in the future. Write the day it was read.",
    ),
    "a period that ends in the future": (
        {"pay_aggregates": [row("pay-aggregates", period=f"2017/{NEXT_YEAR}")]},
        f"data/pay-aggregates.csv:2: pm-64-old / period\n"
        f"    '2017/{NEXT_YEAR}' is in the future. Write the day it was read.",
    ),
    "a figure of the future": (
        {"compensation": [row("compensation", as_of=f"{NEXT_YEAR}-06")]},
        f"data/compensation.csv:2: pm-64-total / as_of\n"
        f"    '{NEXT_YEAR}-06' is in the future. Write the day it was read.",
    ),
    "a report of the future": (
        {"loop_reports": [row("loop-reports", reported_on=NEXT_WEEK)]},
        f"data/loop-reports.yml:1: a-report / reported_on\n"
        f"    '{NEXT_WEEK}' is in the future. Write the day it was read.",
    ),
}
GOOD: dict[str, Tables] = {
    "today, tomorrow and this year": {
        "sources": [
            row("sources", retrieved=TOMORROW, published=str(TODAY.year)),
            row("sources", id="b", published=f"{TODAY:%Y-%m}"),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(dates_are_not_in_the_future, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(dates_are_not_in_the_future, guide_of(tmp_path, **tables)) == []
