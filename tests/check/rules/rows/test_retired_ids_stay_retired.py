"""Rows that break `retired_ids_stay_retired`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import retired_ids_stay_retired

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "retired id": (
        {
            "sources": [row("sources", id="old-id")],
            "retired_ids": [row("retired-ids", replaced_by="a-source")],
        },
        "data/sources.yml:1: old-id / id\n"
        "    'old-id' is retired and never used again. Use 'a-source'.",
    ),
    "retired id without a successor": (
        {"sources": [row("sources", id="old-id")], "retired_ids": [row("retired-ids")]},
        "data/sources.yml:1: old-id / id\n    'old-id' is retired and never used again.",
    ),
}
GOOD: dict[str, Tables] = {
    "retired in another table": {
        "glossary": [row("glossary", id="old-id")],
        "retired_ids": [row("retired-ids")],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(retired_ids_stay_retired, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(retired_ids_stay_retired, guide_of(tmp_path, **tables)) == []
