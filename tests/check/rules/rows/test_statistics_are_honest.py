"""Rows that break `statistics_are_honest`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import statistics_are_honest

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

SOURCE = row("sources")
BASE = row("compensation", id="base", metric="base", statistic="average", value=196831)
STOCK = row("compensation", id="stock", metric="stock", statistic="average", value=46281)
BONUS = row("compensation", id="bonus", metric="bonus", statistic="average", value=31133)
TOTAL = row("compensation", id="total", value=274000)
BROKEN: dict[str, tuple[Tables, str]] = {
    "median whose source says average": (
        {"sources": [row("sources", states="average")], "compensation": [row("compensation")]},
        "data/compensation.csv:2: pm-64-total / statistic\n"
        "    'a-source' states average, so this is not a median. Allowed: average.\n"
        "    try:  statistic: average",
    ),
    "median whose source says nothing": (
        {"sources": [row("sources", states="nothing")], "compensation": [row("compensation")]},
        "data/compensation.csv:2: pm-64-total / statistic\n"
        "    'a-source' states nothing, so this is not a median. Allowed: not-stated.\n"
        "    try:  statistic: not-stated",
    ),
    "median that its parts add up to": (
        {"sources": [SOURCE], "compensation": [BASE, STOCK, BONUS, TOTAL]},
        "data/compensation.csv:5: total / statistic\n"
        "    base, stock and bonus add up to it, as averages do and medians do not. Allowed: average.\n"
        "    try:  statistic: average",
    ),
    "quartile of few reports": (
        {"pay_aggregates": [row("pay-aggregates", n=9, p10=None, median=5000, p75=None, p90=None)]},
        "data/pay-aggregates.csv:2: pm-64-old / p25\n"
        "    a spread needs 10 reports, and n is 9. Leave the cell empty.",
    ),
    "median finer than few reports": (
        {
            "pay_aggregates": [
                row("pay-aggregates", n=4, p10=None, p25=None, median=142500, p75=None, p90=None)
            ]
        },
        "data/pay-aggregates.csv:2: pm-64-old / median\n"
        "    142500 is more precise than 4 reports allow. Round it to $1,000.\n"
        "    try:  median: 143000",
    ),
}
GOOD: dict[str, Tables] = {
    "honest statistics": {
        "sources": [row("sources", states="median"), row("sources", id="b", states="nothing")],
        "compensation": [
            row("compensation"),
            row("compensation", id="c", source="b", statistic="not-stated"),
            *(
                row("compensation", id=f"p-{part}", metric=part, value=90000, as_of="2025")
                for part in ("base", "stock", "bonus", "total")
            ),
        ],
        "pay_aggregates": [
            row("pay-aggregates", n=10, median=142500),
            row(
                "pay-aggregates",
                id="few",
                n=4,
                p10=None,
                p25=None,
                median=142000,
                p75=None,
                p90=None,
            ),
        ],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(statistics_are_honest, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(statistics_are_honest, guide_of(tmp_path, **tables)) == []
