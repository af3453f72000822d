"""A row that its model refuses, explained: every field at fault, what is allowed, the corrected row."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from pydantic import ValidationError

from .problems import Problem, allowed, nearest
from .reading.raw import RawRow
from .tables import Table

# Pydantic's error types in words that say what to do. `{...}` are the error's own context.
PLAIN_WORDS = {
    "missing": "is missing.",
    "int_parsing": "must be a whole number, without commas or units.",
    "int_type": "must be a whole number, without commas or units.",
    "decimal_parsing": "must be a number, with a point for decimals.",
    "string_type": "must be text.",
    "string_too_short": "must not be empty.",
    "tuple_type": "must be a list.",
    "too_short": "needs at least {min_length} item(s).",
    "model_type": "must be a group of fields.",
    "date_from_datetime_parsing": "must be a day that exists, written 2026-05-31.",
    "date_parsing": "must be a day that exists, written 2026-05-31.",
    "date_from_datetime_inexact": "must be a day without a time, written 2026-05-31.",
    "greater_than_equal": "must be at least {ge}.",
    "less_than_equal": "must be at most {le}.",
}


def explain(error: ValidationError, raw: RawRow, table: Table, shown: str) -> list[Problem]:
    """One problem a field; the last carries the corrected row."""
    faults = _worth_saying(error.errors(include_url=False), table)
    key = str(raw.values.get(table.model.key_field) or f"row at line {raw.line}")
    guesses: dict[str, str] = {}
    problems = []
    for fault in faults:
        place = tuple(part for part in fault["loc"] if not _is_union_branch(part))
        message, guess = _message(fault, raw, table)
        guesses[str(place[0])] = guess
        field = ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)
        problems.append(Problem(shown, raw.line_of(*place), key, field, message))
    last = max(problems)
    correction = corrected_row(raw, table, guesses)
    return [
        p if p is not last else Problem(p.file, p.line, p.row, p.field, p.message, correction)
        for p in problems
    ]


def corrected_row(raw: RawRow, table: Table, guesses: dict[str, str]) -> str:
    """The row with near names put right; `...` marks what only the contributor knows."""
    renamed = {
        name: nearest(name, _free_fields(raw, table)) or ""
        for name in raw.values
        if name not in table.fields
    }
    row: dict[str, Any] = {renamed.get(name, name): value for name, value in raw.values.items()}
    required = [name for name, info in table.model.model_fields.items() if info.is_required()]
    row.update(
        {
            name: guess
            for name, guess in guesses.items()
            if name in table.fields and name in raw.values
        }
    )
    shown = {name: row.get(name, "...") for name in table.fields if name in row or name in required}
    return _csv_line(shown, table) if table.is_csv else _yaml_lines(shown)


def _free_fields(raw: RawRow, table: Table) -> list[str]:
    return [name for name in table.fields if name not in raw.values]


def _worth_saying(faults: list[Any], table: Table) -> list[Any]:
    """Leaves out 'missing' for a field that is there under a misspelt name, and a union's repeated faults."""
    typos = {
        nearest(str(f["loc"][0]), table.fields) for f in faults if f["type"] == "extra_forbidden"
    }
    seen: set[tuple[Any, ...]] = set()
    kept = []
    for fault in faults:
        place = tuple(part for part in fault["loc"] if not _is_union_branch(part))
        if (fault["type"] == "missing" and place[0] in typos) or place in seen:
            continue
        seen.add(place)
        kept.append(fault)
    return kept


def _is_union_branch(part: Any) -> bool:
    return isinstance(part, str) and (
        "[" in part or part in {"nullable", "none", "constrained-str"}
    )


def _message(fault: Any, raw: RawRow, table: Table) -> tuple[str, str]:
    """What is wrong in words, and the text to put in its place (`...` if nobody can know)."""
    kind, context, value = fault["type"], fault.get("ctx", {}), _value_at(raw.values, fault["loc"])
    if kind == "extra_forbidden":
        name = str(fault["loc"][-1])
        return f"unknown field '{name}'. {allowed(name, table.fields, most=30)}", ""
    said = "" if value is None else f"'{value}' "
    if kind == "literal_error":
        choices = _choices(context["expected"])
        return f"{said}is not allowed. {allowed(str(value), choices, most=30)}", nearest(
            str(value), choices
        ) or "..."
    if value is None and kind != "missing":
        return "must not be empty.", "..."
    if kind == "string_pattern_mismatch":
        return f"{said}must look like {context['pattern']}.", "..."
    if kind == "value_error":
        return f"{said}is refused: {context['error']}.", "..."
    return f"{said}{PLAIN_WORDS.get(kind, fault['msg']).format(**context)}", "..."


def _value_at(values: Any, place: tuple[Any, ...]) -> Any:
    for part in place:
        # Pydantic puts names of its own into a place (a union's branch): those lead nowhere here.
        if (isinstance(values, dict) and part in values) or (
            isinstance(values, list) and isinstance(part, int) and part < len(values)
        ):
            values = values[part]
    return None if isinstance(values, (dict, list)) else values


def _choices(expected: str) -> list[str]:
    return [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(", ")]


def _csv_line(row: dict[str, Any], table: Table) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow([row.get(name) or "" for name in table.fields])
    return buffer.getvalue()


def _yaml_lines(row: dict[str, Any]) -> str:
    lines = [f"{name}: {_yaml_value(value)}" for name, value in row.items()]
    return "\n".join(("- " if index == 0 else "  ") + line for index, line in enumerate(lines))


def _yaml_value(value: Any) -> str:
    if value is None:
        return ""
    is_plain = (
        isinstance(value, str)
        and value == value.strip()
        and not set(value) & set(":#{}[],&*!|>'\"%@`\n")
    )
    # JSON is YAML: one spelling that is right for every text, list and mapping.
    return str(value) if is_plain else json.dumps(value, ensure_ascii=False)
