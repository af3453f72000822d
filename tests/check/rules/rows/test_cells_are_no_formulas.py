"""Rows that break `cells_are_no_formulas`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import cells_are_no_formulas

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

# What spreadsheet programs take for the start of a formula (OWASP, "CSV Injection").
FORMULAS = (
    '=HYPERLINK("https://evil.example","x")',
    "=cmd|' /C calc'!A0",
    "+1+cmd",
    "-2+3",
    "@SUM(1+1)",
    "\uff1d1+1",
    "- senior",
)
BROKEN: dict[str, tuple[Tables, str]] = {
    **{
        f"formula {cell!r}": (
            {"levels": [row("levels"), row("levels", level=65, pm_title=cell)]},
            f"data/levels.csv:3: 65 / pm_title\n    '{cell}' starts like a formula, which a "
            "spreadsheet program would run. Start with a word.",
        )
        for cell in FORMULAS
    },
}
GOOD: dict[str, Tables] = {
    "signs that are no formula": {
        "levels": [row("levels", mapping_basis="A post = a page", pm_title="(+1) PM - core")],
        "glossary": [row("glossary", term="=SUM(1)")],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(cells_are_no_formulas, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(cells_are_no_formulas, guide_of(tmp_path, **tables)) == []
