"""Rows that break `ids_are_unique`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import ids_are_unique

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "duplicate id": (
        {"glossary": [row("glossary"), row("glossary", id="b"), row("glossary", term="Other")]},
        "data/glossary.yml:3: a-term / id\n"
        "    'a-term' is already used on line 1. Give this row an id of its own.",
    ),
    "duplicate level": (
        {"levels": [row("levels"), row("levels", band="mid")]},
        "data/levels.csv:3: 64 / level\n"
        "    '64' is already used on line 2. Give this row an id of its own.",
    ),
}
GOOD: dict[str, Tables] = {
    "one id in two tables": {
        "glossary": [row("glossary", id="x")],
        "sources": [row("sources", id="x")],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(ids_are_unique, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(ids_are_unique, guide_of(tmp_path, **tables)) == []
