"""Rows that break `readings_are_fields`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import readings_are_fields

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "a note about how it was read": (
        {"sources": [row("sources", note="A blog. Only the opening was read.")]},
        "data/sources.yml:1: a-source / note\n"
        "    says in words how much was read. Remove that here and set the field read.\n"
        "    try:  read: opening",
    ),
}
GOOD: dict[str, Tables] = {
    "how it was read given by its field": {
        "sources": [
            row("sources", read="opening", note="A blog."),
            row("sources", id="b", note="Only the opening was read at this address."),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(readings_are_fields, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(readings_are_fields, guide_of(tmp_path, **tables)) == []
