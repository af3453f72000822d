"""Rows that break `changes_are_newest_first`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import changes_are_newest_first

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "a newer change below an older one": (
        {"changes": [row("changes", id="old", date="2026-11-19"), row("changes")]},
        "data/changes.yml:2: a-change / date\n"
        "    '2026-11-20' is newer than '2026-11-19' of 'old' above it. Move this row above 'old'.",
    ),
}
GOOD: dict[str, Tables] = {
    "two days, and two changes of one day": {
        "changes": [
            row("changes"),
            row("changes", id="b"),
            row("changes", id="c", date="2026-11-19"),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(changes_are_newest_first, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(changes_are_newest_first, guide_of(tmp_path, **tables)) == []
