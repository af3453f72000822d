"""Rows that break `study_rows_coach`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import study_rows_coach

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "word of the old voice in a row": (
        {"partners": [row("partners", works_on="Ask somebody first.")]},
        "data/partners.yml:1: a-partner / works_on\n"
        "    'somebody' is not how this guide speaks to a candidate.\n"
        "    try:  someone, everyone or anyone",
    ),
}
GOOD: dict[str, Tables] = {
    "row that speaks to a candidate": {
        "partners": [row("partners", works_on="Ask someone first.")]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(study_rows_coach, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(study_rows_coach, guide_of(tmp_path, **tables)) == []


def test_each_fault_of_a_row_that_study_pages_print_is_reported(tmp_path: Path) -> None:
    answer = "Ask somebody first. Nothing we read shows it. The reviewed article says so."
    guide = guide_of(tmp_path, partners=[row("partners", works_on=answer)])
    name = "data/partners.yml:1: a-partner / works_on"
    hedges = "hedges or talks about the guide itself, as 2 of 3 sentences here do. Allowed: 1."
    found = [one.split("\n    try:")[0] for one in reports(study_rows_coach, guide)]
    assert found == [
        f"{name}\n    'somebody' is not how this guide speaks to a candidate.",
        f"{name}\n    'Nothing we' {hedges}",
        f"{name}\n    'The reviewed article' {hedges}",
    ]
