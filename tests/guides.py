"""Small guides made of rows, for tests: only the tables that a test is about hold anything.

    guide = guide_of(tmp_path, sources=[row("sources", id="a")], claims=[row("claims")])

Table names are written with `_` for `-`. Each YAML row stands on one line, so the first row is on line 1; the first
row of a CSV table is on line 2, below the header.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from guide.pages.calls import parse_calls
from guide.pages.page import Page
from guide.rows.loading import Guide, load_guide
from guide.rows.tables import TABLE_BY_NAME

from tests.made_up_rows import ROWS

PROJECT = Path(__file__).resolve().parents[1]
COMPONENTS = PROJECT / "overrides" / "components"


def row(table: str, **changes: Any) -> dict[str, Any]:
    """A row that its model takes, with changes; the value None takes a field out."""
    fields = {**ROWS[table], **changes}
    return {name: value for name, value in fields.items() if value is not None}


def table_text(name: str, rows: list[dict[str, Any]]) -> str:
    """The rows as the text of their data file."""
    table = TABLE_BY_NAME[name]
    if not table.is_csv:
        # JSON is YAML, and keeps a row on one line.
        return "".join(f"- {json.dumps(fields, ensure_ascii=False)}\n" for fields in rows) or "[]\n"
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows(
        [table.fields, *([fields.get(n, "") for n in table.fields] for fields in rows)]
    )
    return buffer.getvalue()


def write_tables(root: Path, **tables: list[dict[str, Any]]) -> None:
    """Write every table of a guide below `root`; those that are not given are empty."""
    for name, table in TABLE_BY_NAME.items():
        path = root / "data" / table.file
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = tables.get(name.replace("-", "_"), [])
        path.write_text(table_text(name, rows), encoding="utf-8")


def guide_of(root: Path, **tables: list[dict[str, Any]]) -> Guide:
    """The guide that holds these rows and no others."""
    write_tables(root, **tables)
    guide = load_guide(root)
    assert not guide.problems, "\n".join(map(str, guide.problems))
    # The root of the project, so that components and pages are those that readers get.
    return replace(guide, root=PROJECT)


DESCRIPTION = "What this page says, in a sentence that is long enough for a search engine."


def page_of(body: str, *, title: str = "A page", path: str = "page.md") -> Page:
    """A page with a short front matter (5 lines, the empty one counted) around a body, parsed."""
    text = f"---\ntitle: {title}\ndescription: {DESCRIPTION}\n---\n\n{body}"
    page = Page(path, f"docs/{path}", text)
    parse_calls(page)
    return page


def quick_and_slow(quick: Iterable[Any], slow: Iterable[Any]) -> list[Any]:
    """Cases of one test: those of `make test`, and those for the slow proofs, which repeat them elsewhere."""
    return [*quick, *(pytest.param(one, marks=pytest.mark.long) for one in slow)]
