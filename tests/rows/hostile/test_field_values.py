"""Every text field refuses hostile text, or is one of those that tests/view/test_hostile_text.py renders."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from guide.check.linter import check_everything
from guide.rows.tables import TABLE_BY_NAME

from tests.guides import row, table_text, write_tables
from tests.view.spoiling import text_fields

HOSTILE_VALUES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "[[= x =]]",
    "https://example.org/\"onmouseover='alert(1)'",
    "https://example.org/\nx",
    "https://user@example.org/",
    "../../etc/passwd",
    "a\n",
)


def cells(table: str) -> list[str]:
    """The fields of a sample row whose value is a text."""
    return [name for name, value in row(table).items() if isinstance(value, str)]


@pytest.mark.parametrize("table", TABLE_BY_NAME)
def test_a_field_takes_hostile_text_as_free_text_or_refuses_it(tmp_path: Path, table: str) -> None:
    for field in set(cells(table)) - set(text_fields(TABLE_BY_NAME[table].model)):
        refused = refused_lines(tmp_path, table, field)
        accepted = [v for line, v in enumerate(HOSTILE_VALUES) if line not in refused]
        assert not accepted, f"{table}.{field} takes {accepted}"


def refused_lines(root: Path, table: str, field: str) -> set[int]:
    """Which of HOSTILE_VALUES are refused in a field, each tried in a row of its own, by their index."""
    rows = [{**row(table), field: value} for value in HOSTILE_VALUES]
    write_tables(root, **{table.replace("-", "_"): rows})
    found = check_everything(root).problems
    # An entry of a list is named by its number: `codes.1`.
    problems = [problem for problem in found if problem.field.split(".")[0] == field]
    assert all(problem.line >= 1 and problem.message for problem in problems)
    if not TABLE_BY_NAME[table].is_csv:
        return {problem.line - 1 for problem in problems}
    # A value with a newline takes two lines of a CSV file: each row is known by the line it starts on.
    text = table_text(table, rows)
    starts = {line: n for n, line in enumerate(_row_starts(text))}
    return {starts[problem.line] for problem in problems}


def _row_starts(text: str) -> list[int]:
    reader = csv.reader(io.StringIO(text))
    next(reader)
    starts = [reader.line_num + 1]
    starts += [reader.line_num + 1 for _ in reader]
    return starts[:-1]


def test_published_tables_are_read_by_other_programs_as_they_are_here(tmp_path: Path) -> None:
    """A cell with a quote, a comma and a newline comes back whole, so that none can grow into two."""
    hostile = 'a "quoted", two\nlines'
    rows = [row("levels", pm_title=hostile)]
    (tmp_path / "levels.csv").write_text(table_text("levels", rows), encoding="utf-8")
    text = (tmp_path / "levels.csv").read_text(encoding="utf-8")
    assert next(csv.DictReader(io.StringIO(text)))["pm_title"] == hostile
