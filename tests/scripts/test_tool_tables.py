"""Tables that tools draw: a screen reader hears what each is about, and the column and the row of each cell."""

from __future__ import annotations

import re

from tests.built.site import assert_none
from tests.guides import PROJECT

TABLE = re.compile(r"<table\b.*?</table>", re.S)
HEADER = re.compile(r"<th\b[^>]*>")
TOOLS = PROJECT / "overrides" / "assets" / "tools"
# Rows that a function draws in a template of its own.
ROWS_ELSEWHERE = {"progress-tool.js"}


def test_each_table_has_a_caption_and_headers_of_columns_and_rows() -> None:
    found, tables = [], 0
    for path in sorted(TOOLS.rglob("*.js")):
        if "vendor" in path.parts:
            continue
        for table in TABLE.findall(path.read_text(encoding="utf-8")):
            tables += 1
            found += [f"{path.name}: {fault}" for fault in _faults(table, path.name)]
    assert tables > 6
    assert_none(found)


def test_a_table_without_them_is_noticed() -> None:
    whole = '<table><caption>A</caption><th scope="col">B</th><th scope="row">C</th></table>'
    assert _faults(whole, "a.js") == []
    for part in ("<caption>A</caption>", ' scope="col"', ' scope="row"', '<th scope="row">C</th>'):
        assert len(_faults(whole.replace(part, ""), "a.js")) >= 1


def _faults(table: str, file: str) -> list[str]:
    faults = [] if "<caption" in table else ["no caption"]
    faults += [
        f"{header} has no scope" for header in HEADER.findall(table) if "scope=" not in header
    ]
    if file not in ROWS_ELSEWHERE:
        faults += [f"no header of a {of}" for of in ("col", "row") if f'scope="{of}"' not in table]
    return faults
