"""What each field of each table holds, read from the models: the source of data/README.md and of its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .models.shapes import SHAPES
from .references import referred_table
from .tables import Table


@dataclass(frozen=True)
class Field:
    """A field in words; text in backticks is literal."""

    name: str
    holds: str
    is_needed: bool


def about(table: Table) -> str:
    """What one row of the table is."""
    return str(table.schema["description"])


def fields_of(table: Table) -> Iterator[Field]:
    """The fields in the model's order."""
    schema = table.schema
    needed = set(schema.get("required", ()))
    for name in table.fields:
        holds = _holds(schema["properties"][name])
        if referred := referred_table(table.model, name):
            holds += f" (of a row in {referred})"
        yield Field(name, holds, name in needed)


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
        return SHAPES[field["pattern"]].name
    if field.get("format") == "date":
        return "day"
    return {"integer": "whole number", "number": "number"}.get(str(field.get("type")), "text")
