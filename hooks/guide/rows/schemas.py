"""JSON Schemas and the data dictionary, made from the models so that the two cannot differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .dictionary import about, fields_of
from .tables import TABLES, Table

DICTIONARY_HEAD = """# Data dictionary

Made from the models in `hooks/guide/rows/models/` by `make schemas`; a test compares. Edit the models, not this file.

Facts live here: CSV for numbers, YAML for words, one list a file. Ids are kebab-case, never reused, and are what pages
cite. Empty means unknown or not published. Amounts are US dollars and say what they are per. A list in a CSV cell is
separated by semicolons. Dates are ISO: `2026`, `2026-05`, `2026-05-31`, or a period `2017/2021`.
"""


def schema_files(root: Path) -> dict[Path, str]:
    """The text of every generated file by its path."""
    data = root / "data"
    files = {
        data / "schemas" / f"{table.name}.schema.json": _schema_text(table) for table in TABLES
    }
    files[data / "README.md"] = _dictionary_text()
    return files


def _schema_text(table: Table) -> str:
    row = dict(table.schema)
    definitions = row.pop("$defs", None)
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"data/{table.file}",
    }
    schema |= row if table.is_csv else {"type": "array", "items": row}
    if definitions:
        schema["$defs"] = definitions
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _dictionary_text() -> str:
    return "\n".join([DICTIONARY_HEAD, *(_table_text(table) for table in TABLES)])


def _table_text(table: Table) -> str:
    lines = [
        f"## {table.file}",
        "",
        about(table),
        "",
        "| field | holds | needed |",
        "| --- | --- | --- |",
    ]
    for field in fields_of(table):
        holds = field.holds.replace("|", "\\|")
        lines.append(f"| `{field.name}` | {holds} | {'yes' if field.is_needed else 'no'} |")
    return "\n".join([*lines, ""])
