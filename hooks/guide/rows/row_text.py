"""A row as the text of its data file: what a contributor can paste."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any

from .tables import Table

# A text that needs no quotes, whatever is around it.
PLAIN_YAML = re.compile(r"\w(?:(?:[\w .;/()$%+?'-]|, |:(?=[\w/]))*[\w.;/()$%+?'-])?")


def row_text(row: Mapping[str, Any], table: Table) -> str:
    """The row as a CSV line or a YAML block, without a final newline. A value is a text, None, a list or a mapping."""
    return csv_line(row, table.fields) if table.is_csv else "\n".join(_block(row, "- ", "  "))


def csv_line(row: Mapping[str, Any], fields: list[str]) -> str:
    """The cells of a row in the order of the fields; what is missing is an empty cell."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow([_cell(row.get(name)) for name in fields])
    return buffer.getvalue()


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else value or ""


def _block(row: Mapping[str, Any], first: str, rest: str) -> list[str]:
    lines: list[str] = []
    for name, value in row.items():
        lead = rest if lines else first
        if isinstance(value, dict) and value:
            lines += [f"{lead}{_scalar(name)}:", *_block(value, rest + "  ", rest + "  ")]
        elif isinstance(value, list) and (items := _items(value, rest)):
            lines += [f"{lead}{_scalar(name)}:", *items]
        else:
            lines.append(f"{lead}{_scalar(name)}: {_scalar(value)}".rstrip())
    return lines


def _items(values: list[Any], indent: str) -> list[str]:
    """The items of a list, each on a line of its own; nothing for names, which share one line."""
    if all(isinstance(value, str) and " " not in value for value in values):
        return []
    lines = []
    for value in values:
        if isinstance(value, dict) and value:
            lines += _block(value, indent + "  - ", indent + "    ")
        else:
            lines.append(f"{indent}  - {_scalar(value)}")
    return lines


def _scalar(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "[" + ", ".join(map(_scalar, value)) + "]"
    # JSON is valid YAML, so this works for every string, and for values that no model allows.
    is_plain = isinstance(value, str) and PLAIN_YAML.fullmatch(value) and value != "null"
    return str(value) if is_plain or value == "..." else json.dumps(value, ensure_ascii=False)
