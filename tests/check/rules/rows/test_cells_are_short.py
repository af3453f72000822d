"""Rows that break `cells_are_short`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

from guide.check.rules.rows import cells_are_short
from guide.check.rules.rows.cells_are_short import MOST_CHARACTERS

from tests.check.rules.asking import reports
from tests.guides import guide_of, row


def test_a_cell_as_long_as_a_page_is_reported(tmp_path: Path) -> None:
    long = row("levels", level=65, mapping_basis="x" * (MOST_CHARACTERS + 1))
    assert reports(cells_are_short, guide_of(tmp_path, levels=[row("levels"), long])) == [
        "data/levels.csv:3: 65 / mapping_basis\n"
        "    holds 2,001 characters; a cell holds at most 2,000. "
        "Shorten it, split it into rows, or write it on a page in docs/."
    ]


def test_a_long_cell_passes(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, levels=[row("levels", mapping_basis="x" * MOST_CHARACTERS)])
    assert reports(cells_are_short, guide) == []
