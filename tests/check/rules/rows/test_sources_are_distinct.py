"""Rows that break `sources_are_distinct`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import sources_are_distinct

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

SOURCE = row("sources")
BROKEN: dict[str, tuple[Tables, str]] = {
    "one text as two sources": (
        {"sources": [SOURCE, row("sources", id="other", url="http://www.example.org/a/#part")]},
        "data/sources.yml:2: other / url\n"
        "    'http://www.example.org/a/#part' is already the address of 'a-source'. Use that source: one text "
        "is one voice. For another edition, give the address of an archived copy.",
    ),
}
GOOD: dict[str, Tables] = {
    "two pages of one host, and two sources without an address": {
        "sources": [
            SOURCE,
            row("sources", id="b", url="https://example.org/a?page=2"),
            row("sources", id="c", url=None),
            row("sources", id="d", url=None),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(sources_are_distinct, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(sources_are_distinct, guide_of(tmp_path, **tables)) == []
