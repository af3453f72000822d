"""JSON Schemas and the data dictionary, made from the models so that the two cannot differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .models.base import LEVELS_PATTERN, PERIOD_PATTERN, SLUG_PATTERN, URL_PATTERN
from .references import referred_table
from .tables import TABLES, Table

PATTERN_NAMES = {
    f"^{LEVELS_PATTERN}$": "a level, a band such as 63-64, or all",
    f"^{SLUG_PATTERN}$": "kebab-case id",
    f"^{PERIOD_PATTERN}$": "ISO date or period",
    f"^{URL_PATTERN}$": "web address",
}

DICTIONARY_HEAD = """# Data dictionary

Made from the models in `hooks/guide/models/` by `make schemas`; a test compares. Edit the models, not this file.

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
    row = table.model.model_json_schema()
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
    schema = table.model.model_json_schema()
    needed = set(schema.get("required", ()))
    lines = [
        f"## {table.file}",
        "",
        schema["description"],
        "",
        "| field | holds | needed |",
        "| --- | --- | --- |",
    ]
    for name in table.fields:
        holds = _holds(schema["properties"][name]).replace("|", "\\|")
        if referred := referred_table(table.model, name):
            holds += f" (of a row in {referred})"
        lines.append(f"| `{name}` | {holds} | {'yes' if name in needed else 'no'} |")
    return "\n".join([*lines, ""])


def _holds(field: dict[str, Any]) -> str:
    kind = _kind(field)
    description = field.get("description", "")
    return f"{kind}: {description}" if description and description != kind else kind


def _kind(field: dict[str, Any]) -> str:
    if "enum" in field:
        return "one of " + ", ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        parts = [_kind(part) for part in field["anyOf"] if part.get("type") != "null"]
        return " or ".join(dict.fromkeys(parts))
    if field.get("type") == "array":
        return f"list of {_kind(field['items'])}" if "items" in field else "nothing"
    return _plain_kind(field)


def _plain_kind(field: dict[str, Any]) -> str:
    if "const" in field:
        return f"`{field['const']}`"
    if "$ref" in field:
        return f"a group, see `{field['$ref'].rsplit('/', 1)[-1]}` in the schema"
    if "pattern" in field:
        return PATTERN_NAMES.get(field["pattern"], f"text like `{field['pattern']}`")
    if field.get("format") == "date":
        return "day"
    return {"integer": "whole number", "number": "number"}.get(str(field.get("type")), "text")
