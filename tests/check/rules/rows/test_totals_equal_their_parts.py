"""Rows that break `totals_equal_their_parts`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import totals_equal_their_parts

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BASE = row("compensation", id="base", metric="base", statistic="average", value=196831)
STOCK = row("compensation", id="stock", metric="stock", statistic="average", value=46281)
BONUS = row("compensation", id="bonus", metric="bonus", statistic="average", value=31133)
TOTAL = row("compensation", id="total", value=274000)
BROKEN: dict[str, tuple[Tables, str]] = {
    "total that does not add up": (
        {"compensation": [BASE, STOCK, BONUS, row("compensation", id="total", value=280000)]},
        "data/compensation.csv:5: total / value\n"
        "    280000 is not the sum of base, stock and bonus, which is 274245.\n"
        "    try:  value: 274245",
    ),
}
GOOD: dict[str, Tables] = {
    "totals": {
        "compensation": [
            BASE,
            STOCK,
            BONUS,
            TOTAL,
            row("compensation", id="x", level=65, value=1),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(totals_equal_their_parts, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(totals_equal_their_parts, guide_of(tmp_path, **tables)) == []
