"""Explains why a model refuses a row: every field at fault, what is allowed, the corrected row."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from .models.shapes import NUMBER_OF_ROW, SHAPES, SLUG, as_slug
from .problems import Problem, allowed, nearest
from .readers.raw import RawRow
from .row_text import row_text
from .tables import Table

# Messages for pydantic's error types that say what to do. `{...}` are the error's own context.
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
# $274,000 or L64: a whole number with what its column says already.
MARKED_NUMBER = re.compile(r"(?:\$ ?)?\d{1,3}(?:,\d{3})+|\$ ?\d+|[Ll]\d+")
Place = tuple[str | int, ...]


def explain(error: ValidationError, raw: RawRow, table: Table, shown: str) -> list[Problem]:
    """One problem a field; the last carries the corrected row."""
    key = str(raw.values.get(table.model.key_field) or f"row at line {raw.line}")
    guesses: dict[Place, Any] = {}
    problems = []
    for fault in _without_repeats(error.errors(include_url=False), table):
        place = _place(fault)
        if place:
            message, guesses[place] = _message(fault, raw, table)
        else:
            message = f"its fields do not go together: {fault['ctx']['error']}."
        field = ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)
        problems.append(Problem(shown, raw.line_of(*place), key, field, message))
    last = max(problems)
    correction = corrected_row(raw, table, guesses)
    return [replace(p, correction=correction) if p is last else p for p in problems]


def corrected_row(raw: RawRow, table: Table, guesses: dict[Place, Any]) -> str:
    """The row with misspelled names corrected; `...` marks what only the contributor knows."""
    row = deepcopy(raw.values)
    for place, guess in guesses.items():
        _correct(row, place, guess, _fields_at(place, table))
    required = [name for name, info in table.model.model_fields.items() if info.is_required()]
    shown = {name: row.get(name, "...") for name in table.fields if name in row or name in required}
    return row_text(shown, table)


def _correct(row: dict[str, Any], place: Place, guess: Any, fields: list[str]) -> None:
    """Puts `guess` at `place`; the guess None means that the name of the field is wrong, not its value."""
    *way, last = place
    holder: Any = row
    for part in way:
        if not isinstance(holder[part], (dict, list)):  # a CSV cell holds a list as one text
            last = part
            break
        holder = holder[part]
    if guess is not None:
        holder[last] = guess
        return
    value, near = holder.pop(last), nearest(str(last), [f for f in fields if f not in holder])
    if near:
        holder[near] = value


def _fields_at(place: Place, table: Table) -> list[str]:
    """The names allowed at `place`: those of the row, or of a group within it."""
    info = table.model.model_fields.get(str(place[0]))
    group = next(iter(_groups(info.annotation)), None) if info and len(place) > 1 else None
    return list(group.model_fields) if group else table.fields


def _groups(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [group for part in get_args(annotation) for group in _groups(part)]


def _without_repeats(faults: list[Any], table: Table) -> list[Any]:
    """Leaves out what follows from another fault, and a union's repeated faults.

    A field under a misspelled name is not missing, and a list with a bad item is not too short.
    """
    misspelled = [_place(fault) for fault in faults if fault["type"] == "extra_forbidden"]
    meant = {(*p[:-1], nearest(str(p[-1]), _fields_at(p, table))) for p in misspelled}
    by_place: dict[Place, Any] = {}
    for fault in faults:
        place = _place(fault)
        if fault["type"] != "missing" or place not in meant:
            by_place.setdefault(place, fault)
    holders = {place[:end] for place in by_place for end in range(1, len(place))}
    return [
        fault
        for place, fault in by_place.items()
        if fault["type"] != "too_short" or place not in holders
    ]


def _place(fault: Any) -> Place:
    """Where a fault is, without the names of a union's branches; empty for fields that do not go together."""
    if not fault["loc"]:
        return ()
    first, *rest = fault["loc"]
    return (first, *(part for part in rest if not (isinstance(part, str) and "[" in part)))


def _message(fault: Any, raw: RawRow, table: Table) -> tuple[str, Any]:
    """What is wrong, in words, and what to write instead (`...` if only the contributor can know)."""
    kind, context, place = fault["type"], fault.get("ctx", {}), _place(fault)
    value = _value_at(raw.values, place)
    if kind == "extra_forbidden":
        return _unknown_field(place, raw, table), None
    text = value if isinstance(value, str) else ""
    quoted = f"'{text}' " if text else ""
    if kind == "literal_error":
        choices = _choices(context["expected"])
        what = "must not be empty." if value is None else f"{quoted}is not allowed."
        return f"{what} {allowed(text, choices, most=30)}", nearest(text, choices) or "..."
    if value is None and kind != "missing":
        return "must not be empty.", "..."
    if kind == "string_pattern_mismatch":
        shape = SHAPES[context["pattern"]]
        guess = as_slug(text) if shape in (SLUG, NUMBER_OF_ROW) else ""
        return f"{quoted}must look like {shape.example}: {shape.rule}.", guess or "..."
    if kind == "value_error":
        return f"{quoted}is refused: {context['error']}.", "..."
    words = PLAIN_WORDS[kind].format(**context) if kind in PLAIN_WORDS else f"{fault['msg']}."
    return f"{quoted}{words}", _guess(kind, value)


def _unknown_field(place: Place, raw: RawRow, table: Table) -> str:
    written = _value_at(raw.values, place[:-1])
    listed = allowed(str(place[-1]), _fields_at(place, table), most=30, taken=written)
    return f"unknown field '{place[-1]}'. {listed}"


def _guess(kind: str, value: Any) -> Any:
    if kind == "int_parsing" and MARKED_NUMBER.fullmatch(value):
        return re.sub(r"\D", "", value)
    if kind == "tuple_type" and isinstance(value, str):
        return [value]
    return ["..."] if kind == "too_short" else "..."


def _value_at(values: Any, place: Place) -> Any:
    """The text, list or mapping at `place`; None if it is empty or missing."""
    for part in place:
        if isinstance(values, dict):
            values = values.get(str(part))
        elif isinstance(values, list):  # a CSV cell holds the list as one text
            values = values[int(part)]
    return values


def _choices(expected: str) -> list[str]:
    return [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(", ")]
