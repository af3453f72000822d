"""Rows that break `sums_work_out`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import sums_work_out

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

SUM_LINE = {"key": "price", "label": "Price", "cells": ["600"]}
BROKEN: dict[str, tuple[Tables, str]] = {
    "a sum that cannot be worked out": (
        {
            "case_numbers": [
                {**row("case-numbers"), "lines": [{**SUM_LINE, "cells": ["crew * 15"]}]}
            ]
        },
        "data/case-numbers.yml:1: a-sum / lines\n"
        "    'price': 'crew' is not a line above. Known: price.\n"
        "    try:  cells: [12 * 15]",
    ),
}
GOOD: dict[str, Tables] = {
    "sums": {
        "case_numbers": [
            row("case-numbers"),
            row("case-numbers", id="year", lines=[{**SUM_LINE, "cells": ["a_sum.price * 12"]}]),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(sums_work_out, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(sums_work_out, guide_of(tmp_path, **tables)) == []
