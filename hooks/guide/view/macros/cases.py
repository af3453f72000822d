"""Macros for cases: sums that are worked out from their given numbers."""

from __future__ import annotations

from markupsafe import Markup

from ...facts.sums import all_worked, is_given, shown, spelled
from ...rows.models.cases import CaseNumbers
from ...rows.problems import UnknownName
from ..context import Context


def case_number(context: Context, numbers_id: str, line: str, *, column: int = 1) -> str:
    """Inline. One number of a sum, as its table prints it."""
    return _number(context, numbers_id, line, column)


def case_numbers(context: Context, numbers_id: str) -> Markup:
    """Block. A sum of a case: given numbers, and results that are worked out from them."""
    return numbers_table(context, context.guide["case-numbers"][numbers_id])


def numbers_table(context: Context, numbers: CaseNumbers) -> Markup:
    """A sum as a table that fits a phone: labels with how each result comes about, and the numbers beside them."""
    tables = context.guide["case-numbers"]
    results = all_worked(tables.all)[numbers.id]
    lines = [
        (
            line,
            spelled(numbers, line, tables),
            [shown(value, line) for value in results[line.key]],
            is_given(line),
        )
        for line in numbers.lines
    ]
    return context.render("case_numbers.html", numbers=numbers, lines=lines)


def _number(context: Context, numbers_id: str, key: str, column: int) -> str:
    tables = context.guide["case-numbers"]
    numbers = tables[numbers_id]
    by_key = {line.key: line for line in numbers.lines}
    if key not in by_key:
        raise UnknownName("line", key, by_key)
    values = all_worked(tables.all)[numbers_id][key]
    if not 1 <= column <= len(values):
        raise UnknownName("column", str(column), [str(n + 1) for n in range(len(values))])
    return shown(values[column - 1], by_key[key])
