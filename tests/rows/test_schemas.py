"""Schemas and dictionary are what the models make of them, and every data file keeps its schema in an editor too."""

from __future__ import annotations

import csv
import json
from functools import cache
from typing import Any

import pytest
import yaml
from guide.rows.schemas import schema_files
from guide.rows.tables import TABLES, Table
from jsonschema import Draft202012Validator

from tests.guides import PROJECT

DATA = PROJECT / "data"


@cache
def table_rows(table: Table) -> Any:
    """The file as an editor's YAML 1.2 reader, or a spreadsheet, would hand it to the schema; read once."""
    text = (DATA / table.file).read_text(encoding="utf-8")
    if not table.is_csv:
        return yaml.load(text, Loader=Yaml12)
    types = schema(table)["properties"]
    return [
        {name: cell_value(cell, types[name]) for name, cell in row.items()}
        for row in csv.DictReader(text.splitlines(keepends=True))
    ]


class Yaml12(yaml.CSafeLoader):
    """YAML 1.2's core schema: numbers, null and booleans spelt out; no dates, no `yes`, no 12:30."""


Yaml12.yaml_implicit_resolvers = {
    first: [
        (tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool", ":merge"))
    ]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def cell_value(cell: str, field: dict[str, Any]) -> Any:
    if not cell:
        return None
    kinds = [part.get("type") for part in [field, *field.get("anyOf", [])]]
    # A period may be a bare year: a number to an editor, and text as well.
    return int(cell) if "integer" in kinds and "string" not in kinds else cell


def schema(table: Table) -> dict[str, Any]:
    return json.loads((DATA / "schemas" / f"{table.name}.schema.json").read_text(encoding="utf-8"))


def test_the_generated_files_are_the_committed_ones() -> None:
    """If this fails, run `make schemas`."""
    stale = [
        path.name
        for path, text in schema_files(PROJECT).items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == []


def test_no_schema_is_left_of_a_table_that_is_gone() -> None:
    assert {path.name for path in (DATA / "schemas").iterdir()} == {
        f"{table.name}.schema.json" for table in TABLES
    }


def test_every_table_has_its_file_and_every_file_its_table() -> None:
    files = {path.name for path in DATA.iterdir() if path.suffix in (".yml", ".csv")}
    assert files == {table.file for table in TABLES}


@pytest.mark.parametrize("table", [t for t in TABLES if not t.is_csv], ids=lambda t: t.name)
def test_a_yaml_file_names_its_schema_first_and_explains_itself(table: Table) -> None:
    first, second = (DATA / table.file).read_text(encoding="utf-8").split("\n")[:2]
    assert first == f"# yaml-language-server: $schema=schemas/{table.name}.schema.json"
    assert second.startswith("# ")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_data_file_keeps_its_schema(table: Table) -> None:
    validator = Draft202012Validator(schema(table))
    rows = table_rows(table)
    assert rows
    faults = [
        f"{error.json_path}: {error.message}"
        for instance in ([rows] if not table.is_csv else rows)
        for error in validator.iter_errors(instance)
    ]
    assert faults[:5] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_schema_refuses_an_unknown_field(table: Table) -> None:
    row = {**table_rows(table)[0], "no_such_field": "x"}
    assert not Draft202012Validator(schema(table)).is_valid(row if table.is_csv else [row])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_dictionary_names_every_field(table: Table) -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {table.file}\n")[2].partition("\n## ")[0]
    assert [
        line.split("`")[1] for line in section.split("\n") if line.startswith("| `")
    ] == table.fields


@pytest.mark.parametrize("table", [t for t in TABLES if not t.is_csv], ids=lambda t: t.name)
def test_keys_are_in_the_order_of_the_model(table: Table) -> None:
    wrong = [
        row.get(table.model.key_field)
        for row in table_rows(table)
        if list(row) != [name for name in table.fields if name in row]
    ]
    assert wrong == []
