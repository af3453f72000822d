"""Mutations of data files: the accidents of editors and mergers, and attacks.

Two kinds. `mutated_bytes` spoils the file as bytes and lines, and mostly breaks its syntax. `mutated_rows` spoils the
rows that the file holds and writes them out in good syntax, so that models, rules and components get to see them.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from guide.rows.readers.csv_rows import csv_rows
from guide.rows.readers.yaml_rows import yaml_rows
from guide.rows.tables import Table
from hypothesis import strategies as st

PIECES = [
    b"- ", b": ", b"&a ", b"*a", b"!!int ", b"'", b'"', b"\t", b"{", b"[", b"[[[[[[[[", b"---", b"|", b">", b"#", b"%",
    b"\0", b"\xff", b"\r", b"\r\n", b"\xef\xbb\xbf", "\u202e".encode(), "\u2028".encode(), b"\x85", b",", b";", b"? ",
    b"[[=", b"=]]", b"[[%", b"[[#", b"[[= cite(", b"[[= x.y =]]", b"[[= cite(5) =]]", b"<script>", b"```", b"<!--",
    "٢".encode(), b"id", b"null", b"  id: x", b"  a[b: x", b"  none: 1", b"<<<<<<< HEAD\n", b"=======\n", b"...\n",
]  # fmt: skip
# What a cell or a field may be made to hold.
VALUES: list[Any] = [
    "", " ", "null", "~", "0", "-1", "1e9", "1_000", "0x10", "999999999999999999999", "NaN", "inf", "true", "no", "٣",
    "2026-02-30", "2026-13", "0000-01-01", "0001-01-01", "9999-12-31", "2026", "2026-1-1", "2026-11-25T00:00:00Z",
    "2021/2017", "1/1", "all", "pm", "pmm", "both", "63-64", "57", "81", "four-year-grant", "index.md", "../index.md",
    "https://example.org/", "http://", "javascript:alert(1)", "data:text/html,x", "//example.org", "https://a@b.org/",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></table>", "[[= cite('x') =]]", "{{ x }}",
    "*a* _b_ `c` [d](e) ![f](g) | # h", "a\nb", "a\n::error::b", "  a  ", "a;b; ;c", ";", ",", "=1+1", "@x", "- x",
    "שלום", "\u202ex", "\U0001f642", "e\u0301" * 20, "\ufdfd" * 50, "x" * 5_000, "a b " * 500, "\\", "%s{0}", "$&",
    [], ["x"], ["x", "x"], [[]], {}, {"id": "x"}, {"a": {"b": {"c": "d"}}}, [{"a": "b"}], None,
]  # fmt: skip
Rows = list[dict[str, Any]]


def mutated_files(table: Table, text: bytes) -> st.SearchStrategy[bytes]:
    """The bytes of a good file after changes of either kind."""
    spoilt_rows = mutated_rows(table, raw_rows(table, text.decode()))
    # Twice, since those of bytes mostly end at the syntax.
    return spoilt_rows | spoilt_rows | mutated_bytes(text)


@st.composite
def mutated_bytes(draw: st.DrawFn, text: bytes) -> bytes:
    """A file after one to three changes of its bytes or lines."""
    data = bytearray(text)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data) - 1))
        how = draw(st.sampled_from(["flip", "cut", "insert", "double", "line", "drop", "swap"]))
        start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at) + 1 or len(data)
        if how == "flip":
            data[at] = draw(st.integers(0, 255))
        elif how == "cut":
            del data[at : at + draw(st.integers(1, 40))]
        elif how == "insert":
            data[at:at] = draw(st.sampled_from(PIECES) | st.binary(min_size=1, max_size=4))
        elif how == "double":
            data[at:at] = data[at : at + draw(st.integers(1, 120))]
        elif how == "line":
            data[start:start] = draw(st.sampled_from(PIECES)) + b"\n"
        elif how == "drop":
            del data[start:end]
        else:
            data[start:end] = b"\n".join(reversed(data[start:end].split(b" ")))
        data = data or bytearray(b"\n")
    return bytes(data)


@st.composite
def mutated_rows(draw: st.DrawFn, table: Table, good: Rows) -> bytes:
    """The rows of a file after one to four changes, written out in good syntax."""
    rows = [dict(row) for row in good]
    columns = list(table.fields)
    for _ in range(draw(st.integers(1, 4))):
        how = draw(st.sampled_from(["value", "value", "value", "near", "row", "column", "key"]))
        if how == "row" or not rows:
            _change_rows(draw, rows)
        elif how == "column":
            _change_columns(draw, rows, columns)
        else:
            _change_field(draw, rows, how)
    written = _csv_text(rows, columns) if table.is_csv else _yaml_text(rows)
    return written.encode("utf-8", "surrogatepass")


def raw_rows(table: Table, text: str) -> Rows:
    """The rows of a good file as texts, lists and mappings."""
    raws, problems = csv_rows(text, "x", table.fields) if table.is_csv else yaml_rows(text, "x")
    assert not problems
    return [raw.values for raw in raws]


def _change_rows(draw: st.DrawFn, rows: Rows) -> None:
    at = draw(st.integers(0, max(0, len(rows) - 1)))
    how = draw(st.sampled_from(["drop", "double", "swap", "empty", "drop many"]))
    if how == "drop":
        del rows[at : at + 1]
    elif how == "drop many":
        del rows[at:]
    elif how == "double":
        rows[at:at] = [dict(row) for row in rows[at : at + 1]]
    elif how == "swap":
        rows[:] = rows[at:] + rows[:at]
    else:
        rows.insert(at, {})


def _change_columns(draw: st.DrawFn, rows: Rows, columns: list[str]) -> None:
    name = draw(st.sampled_from(columns))
    how = draw(st.sampled_from(["drop", "empty", "rename", "move"]))
    if how == "drop":
        columns.remove(name)
        columns.append("new_column")
        for row in rows:
            row.pop(name, None)
    elif how == "empty":
        for row in rows:
            row[name] = None
    elif how == "rename":
        for row in rows:
            if name in row:
                row[f"{name}s"] = row.pop(name)
    else:
        columns.remove(name)
        columns.append(name)


def _change_field(draw: st.DrawFn, rows: Rows, how: str) -> None:
    row = rows[draw(st.integers(0, len(rows) - 1))]
    if not row:
        return
    name = draw(st.sampled_from(sorted(row)))
    if how == "key":
        renamed = draw(st.sampled_from(["", "x", f"{name}s", name.upper(), "id", "a.b", "\u202e"]))
        row[renamed] = row.pop(name)
    elif how == "near":  # another row's value is of the right kind, and often wrong here
        other = rows[draw(st.integers(0, len(rows) - 1))]
        row[name] = other.get(draw(st.sampled_from(sorted(other) or [name])))
    else:
        row[name] = draw(st.sampled_from(VALUES) | st.text(max_size=30) | _inside(row[name]))


def _inside(value: Any) -> st.SearchStrategy[Any]:
    """Lists and groups with one item changed, so that everything around it stays valid."""
    hostile = st.sampled_from(VALUES)
    if isinstance(value, list) and value:
        return hostile.map(lambda new: [*value[:-1], new])
    if isinstance(value, dict) and value:
        return st.tuples(st.sampled_from(sorted(value)), hostile).map(
            lambda pair: {**value, pair[0]: pair[1]}
        )
    return hostile


def _yaml_text(rows: Rows) -> str:
    # JSON is YAML; null must be written as YAML's nothing to be read as such.
    return "".join(f"- {json.dumps(row, ensure_ascii=False)}\n" for row in rows) or "[]\n"


def _csv_text(rows: Rows, columns: list[str]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([["" if row.get(n) is None else row[n] for n in columns] for row in rows])
    return buffer.getvalue()
