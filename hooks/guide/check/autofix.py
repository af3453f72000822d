"""What a tool can fix in data and pages without knowing what they mean: line endings, spaces, schema lines, order.

A file whose meaning would change is left alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from ..pages.reading import PUBLISHED
from ..rows.readers.csv_rows import csv_rows
from ..rows.readers.raw import RawRow
from ..rows.readers.yaml_rows import yaml_rows
from ..rows.tables import TABLES, Table

BYTE_ORDER_MARK = "\ufeff"


def autofix(root: Path) -> Iterator[Path]:
    """Fixes every data file and page below `root` and yields the path of each that changed."""
    tables = {root / "data" / table.file: table for table in TABLES}
    pages = [path for path in sorted((root / "docs").rglob("*")) if path.suffix in PUBLISHED]
    for path in (*tables, *(page for page in pages if page.suffix == ".md")):
        # A link could lead out of the project; the check reports bytes that are not text.
        if path.is_symlink() or not path.is_file():
            continue
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        fixed = fixed_table(text, tables[path]) if path in tables else fixed_page(text)
        if fixed != text:
            path.write_bytes(fixed.encode("utf-8"))
            yield path


def fixed_page(text: str) -> str:
    """Unix line endings, no byte order mark, no spaces at the end of lines, one newline at the end."""
    lines = _unix(text).split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines).rstrip("\n") + "\n"


def fixed_table(text: str, table: Table) -> str:
    """A data file in the form that the check and editors expect. A CSV cell keeps its spaces."""
    if table.is_csv:
        return _columns_in_order(_unix(text).rstrip("\n") + "\n", table)
    fixed = _with_schema_line(fixed_page(text), table)
    ordered = _keys_in_order(fixed, table)
    same = [row.values for row in _rows(fixed)] == [row.values for row in _rows(ordered)]
    return ordered if same else fixed


def _unix(text: str) -> str:
    return text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n")


def _rows(text: str) -> list[RawRow]:
    return yaml_rows(text, "")[0]


def _with_schema_line(text: str, table: Table) -> str:
    line = f"# yaml-language-server: $schema=schemas/{table.name}.schema.json\n"
    first, _, rest = text.partition("\n")
    return line + (rest if first.startswith("# yaml-language-server:") else text)


def _keys_in_order(text: str, table: Table) -> str:
    """Rows with each key on a line of its own, in the order of the model; comments stay below their key."""
    lines = text.split("\n")
    for row in _rows(text):
        starts = {row.line_of(name): name for name in row.values}
        known = [name for name in table.fields if name in row.values]
        if len(starts) == len(row.values) == len(known) and list(row.values) != known:
            _reorder(lines, starts, known)
    return "\n".join(lines)


def _reorder(lines: list[str], starts: dict[int, str], known: list[str]) -> None:
    first = min(starts)
    end = first
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    bounds = [*sorted(starts), end + 1]
    blocks = {starts[start]: lines[start - 1 : stop - 1] for start, stop in pairwise(bounds)}
    # The first key of a row carries its dash.
    head, *rest = blocks[starts[first]]
    dash, body = head[:2], head[2:]
    blocks[starts[first]] = ["  " + body, *rest]
    ordered = [line for name in known for line in blocks[name]]
    lines[first - 1 : end] = [dash + ordered[0][2:], *ordered[1:]]


def _columns_in_order(text: str, table: Table) -> str:
    """A table whose columns are all there, with the columns in the model's order."""
    header, _, _ = text.partition("\n")
    names = next(csv.reader([header]), [])
    if names == table.fields or sorted(names) != sorted(table.fields):
        return text
    rows, problems = csv_rows(text, "", names)
    if problems:
        return text
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.fields)
    writer.writerows([row.values[name] or "" for name in table.fields] for row in rows)
    return buffer.getvalue()
