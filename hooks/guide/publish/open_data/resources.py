"""One published file: its rows and their metadata."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...facts.published import Described, describe_chart, describe_table, published_tables
from ...rows.loading import Guide
from ...rows.models import Row
from ...rows.references import references
from ...rows.tables import TABLE_BY_MODEL, Table
from ...view.charts.drawing import Chart
from ...view.charts.published import published_charts

# JSON Schema's types as Table Schema names them; a date has a format besides.
JSON_TYPES = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    list: "array",
    dict: "object",
}
TYPES = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}


@dataclass(frozen=True)
class Resource:
    """A file of rows. `path` is below the folder of the data; `schema` is a Table Schema."""

    described: Described
    path: str
    text: str
    schema: dict[str, Any]
    sources: tuple[str, ...]
    count: int
    page: str = ""

    @property
    def is_csv(self) -> bool:
        """Whether it is CSV and not JSON."""
        return self.path.endswith(".csv")


def table_resources(guide: Guide) -> list[Resource]:
    """Every published table: CSV unchanged, YAML as JSON."""
    return [_table(guide, table) for table in published_tables()]


def chart_resources(guide: Guide) -> list[Resource]:
    """The rows that each picture draws, as CSV; a column names the table of each row."""
    return [_chart(page, chart) for page, chart in published_charts(guide)]


def table_path(table: Table) -> str:
    """Where a table is below the folder of the data."""
    return table.file if table.is_csv else f"{table.name}.json"


def _table(guide: Guide, table: Table) -> Resource:
    rows = guide[table.name].all
    if table.is_csv:
        # The bytes of the file itself, so that anyone can compare.
        text = (guide.root / "data" / table.file).read_text(encoding="utf-8")
    else:
        text = json.dumps([plain(row) for row in rows], ensure_ascii=False, indent=1) + "\n"
    return Resource(
        describe_table(table),
        table_path(table),
        text,
        schema_of(table, [] if table.is_csv else [plain(row) for row in rows]),
        _sources(rows),
        len(rows),
    )


def _chart(page: str, chart: Chart) -> Resource:
    rows: Sequence[Row] = list({id(row): row for row in chart.made_from}.values())
    tables = list(dict.fromkeys(TABLE_BY_MODEL[type(row)] for row in rows))
    fields = list(dict.fromkeys(name for table in tables for name in table.fields))
    schema = {
        "fields": [
            {"name": "table", "type": "string", "description": "the table that holds the row"},
            *({"name": name, "type": "string"} for name in fields),
        ]
    }
    return Resource(
        describe_chart(chart.key, chart.title, chart.description),
        f"charts/{chart.key}.csv",
        _csv_of_tables(rows, fields),
        schema,
        _sources(rows),
        len(rows),
        page,
    )


def _csv_of_tables(rows: Sequence[Row], fields: Sequence[str]) -> str:
    """Rows of several tables as one CSV: the first column names the table, a field that a row lacks is empty."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["table", *fields])
    for row in rows:
        values = plain(row)
        cells = [_cell(values.get(name)) for name in fields]
        writer.writerow([TABLE_BY_MODEL[type(row)].name, *cells])
    return buffer.getvalue()


def plain(row: Row) -> dict[str, Any]:
    """The row as JSON holds it."""
    return row.model_dump(mode="json")


def schema_of(table: Table, shown: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A Table Schema: fields with type, meaning, and what they may hold. `shown` are the rows of a JSON file.

    A list may be written as one cell, so the model alone does not determine the JSON type.
    """
    model = table.schema
    needed = set(model.get("required", ()))
    fields = [
        _field(
            name, model["properties"][name], model.get("$defs", {}), name in needed, table.is_csv
        )
        for name in table.fields
    ]
    for field in fields:
        if held := {
            JSON_TYPES[type(row[field["name"]])] for row in shown if row[field["name"]] is not None
        }:
            wanted = held.pop() if len(held) == 1 else "any"
            if (field["type"], wanted) != ("date", "string"):
                field["type"] = wanted
    return {"fields": fields, "primaryKey": table.model.key_field}


def _field(
    name: str, schema: dict[str, Any], defs: dict[str, Any], needed: bool, in_csv: bool
) -> dict[str, Any]:
    options = [_resolved(part, defs) for part in schema.get("anyOf", [schema])]
    kinds = [part for part in options if part.get("type") != "null"]
    field: dict[str, Any] = {"name": name, "type": _type(kinds, in_csv)}
    if field["type"] == "string" and kinds[0].get("format") == "date":
        field["type"] = "date"
    if text := schema.get("description") or kinds[0].get("description", ""):
        field["description"] = text
    constraints: dict[str, Any] = {}
    if needed and len(kinds) == len(options):
        constraints["required"] = True
    if len(kinds) == 1 and field["type"] == "string" and "enum" in kinds[0]:
        constraints["enum"] = kinds[0]["enum"]
    return {**field, "constraints": constraints} if constraints else field


def _resolved(part: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    return defs[part["$ref"].rpartition("/")[2]] if "$ref" in part else part


def _type(kinds: list[dict[str, Any]], in_csv: bool) -> str:
    """One type for all that a field may hold; a list or a group in CSV is a text."""
    names = {
        str(kind.get("type")) if not isinstance(kind.get("type"), list) else "string"
        for kind in kinds
    }
    if len(names) == 1 and (name := names.pop()) in TYPES:
        return TYPES[name]
    if in_csv or names <= set(TYPES):
        return "string"
    return "array" if all(kind.get("type") == "array" for kind in kinds) else "object"


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else value


def _sources(rows: Iterable[Row]) -> tuple[str, ...]:
    found = (known.key for row in rows for known in references(row) if known.table == "sources")
    return tuple(dict.fromkeys(found))
