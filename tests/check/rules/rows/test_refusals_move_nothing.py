"""Rows that break `refusals_move_nothing`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import refusals_move_nothing

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "a part that moved in a refusal": (
        {
            "negotiation_accounts": [
                row("negotiation-accounts", outcome="refused", moved=["stock", "sign-on"])
            ]
        },
        "data/negotiation-accounts.yml:1: an-account / moved\n"
        "    stock, sign-on cannot have moved if the request was refused. If a part went up, write outcome: gained.\n"
        "    try:  outcome: gained",
    ),
}
GOOD: dict[str, Tables] = {
    "a part that moved, and a refusal without one": {
        "negotiation_accounts": [
            row("negotiation-accounts", moved=["stock"]),
            row("negotiation-accounts", id="no", outcome="refused"),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(refusals_move_nothing, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(refusals_move_nothing, guide_of(tmp_path, **tables)) == []
