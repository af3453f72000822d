"""Rows that break `conflicts_have_two_accounts`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import conflicts_have_two_accounts

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

ACCOUNT = {"says": "Ten percent", "sources": ["a-source"]}
BROKEN: dict[str, tuple[Tables, str]] = {
    "conflict of one": (
        {"offer_facts": [row("offer-facts", conflict=[ACCOUNT])]},
        "data/offer-facts.yml:1: a-fact / conflict\n"
        "    a conflict needs at least two accounts. Add the other one, or move this into fact.",
    ),
}
GOOD: dict[str, Tables] = {
    "two accounts": {
        "offer_facts": [row("offer-facts", conflict=[ACCOUNT, ACCOUNT]), row("offer-facts")]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(conflicts_have_two_accounts, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(conflicts_have_two_accounts, guide_of(tmp_path, **tables)) == []
