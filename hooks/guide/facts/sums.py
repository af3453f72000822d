"""Arithmetic of worked cases: from the given numbers and formulas of rows to the numbers that a page prints.

A formula takes numbers, + - * /, parentheses, and three kinds of names: `name` is a line above in the same column,
`name[2]` its second column (or one before in the same line), and `launch_road.name` a line of a sum further up in the
file. Each number is rounded as it is printed, and later lines use the printed number, so that a reader can check the
sum by hand.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from ..rows.loading import Rows
from ..rows.models.preparing.cases import CaseNumbers, SumLine

OPERATIONS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
SIGNS = {"*": "×", "/": "÷", "-": "−", "+": "+"}
AROUND = {"number": ("", ""), "dollars": ("$", ""), "percent": ("", "%")}
# In a row's text: {launch-road.after}, or {launch-road.after.2} for the second column.
PLACE = re.compile(r"\{([a-z0-9-]+)\.([a-z0-9_]+)(?:\.(\d))?\}")
NAME = re.compile(r"(?:([a-z][a-z0-9_]*)\.)?([a-z][a-z0-9_]*)(?:\[(\d+)\])?")
# A literal number in a formula. Those of lines have commas already.
LONG_NUMBER = re.compile(r"(?<![\d.,])\d{4,}(?![\d.,])")

Results = Mapping[str, Sequence[Fraction]]
AllResults = Mapping[str, Results]


class SumFault(ValueError):
    """A line that cannot be calculated. The message says which and why."""


def all_worked(rows: Rows[CaseNumbers]) -> AllResults:
    """The numbers of every sum: by id of the row, by line, by column. Raises SumFault."""
    done: dict[str, Results] = {}
    for numbers in rows.values():
        done[numbers.id] = worked(numbers, done)
    return done


def worked(numbers: CaseNumbers, above: AllResults) -> Results:
    """Each line's numbers by column, rounded as printed; `above` are the sums it may refer to. Raises SumFault."""
    done: dict[str, list[Fraction]] = {}
    for line in numbers.lines:
        if line.key in done:
            raise SumFault(f"'{line.key}' names two lines. Give each its own key.")
        # Filled cell by cell: a total may add up the columns before it.
        cells = done[line.key] = []
        for column, cell in enumerate(_cells(numbers, line)):
            cells.append(_rounded(_value(line, cell, column, done, above), line))
    return done


def is_given(line: SumLine) -> bool:
    """Whether a line is given, not computed from others."""
    return all(isinstance(_tree(line, cell), ast.Constant) for cell in line.cells)


def shown(value: Fraction, line: SumLine) -> str:
    """A number as it is printed: `3,840`, `$99`, `82%`, `−30`."""
    scaled = abs(value) * (100 if line.form == "percent" else 1)
    before, after = AROUND[line.form]
    return f"{'−' if value < 0 else ''}{before}{float(scaled):,.{line.decimals}f}{after}"


def number(key: str, line: str, column: int, rows: Rows[CaseNumbers]) -> str:
    """One number of a sum as it is printed. Raises SumFault for a sum, a line or a column that does not exist."""
    if key not in rows:
        raise SumFault(f"'{key}' is not a sum in case-numbers.yml.")
    by_key = {other.key: other for other in rows[key].lines}
    if line not in by_key:
        raise SumFault(f"'{key}' has no line '{line}'. Known: {', '.join(by_key)}.")
    values = rows.once(all_worked)[key][line]
    if not 1 <= column <= len(values):
        raise SumFault(
            f"'{key}' has {len(values)} columns, and '{line}' is asked for column {column}."
        )
    return shown(values[column - 1], by_key[line])


def filled(text: str, rows: Rows[CaseNumbers]) -> str:
    """A row's text with its placeholders replaced by the numbers of sums. Raises SumFault as `number` does."""
    return PLACE.sub(lambda at: number(at[1], at[2], int(at[3] or 1), rows), text)


def spelled(numbers: CaseNumbers, line: SumLine, rows: Rows[CaseNumbers]) -> str:
    """How a result is calculated, in numbers: `12 × 15`. Empty for given numbers and for several columns."""
    tree = _tree(line, line.cells[0])
    if len(numbers.columns) > 1 or not isinstance(tree, ast.BinOp):
        return ""
    done = rows.once(all_worked)

    def printed(name: re.Match[str]) -> str:
        row = rows[name[1].replace("_", "-")] if name[1] else numbers
        found = next(other for other in row.lines if other.key == name[2])
        return shown(done[row.id][found.key][int(name[3] or 1) - 1], found)

    formula = LONG_NUMBER.sub(lambda long: f"{int(long[0]):,}", ast.unparse(tree))
    text = NAME.sub(printed, formula)
    return re.sub(r" ([*/+-]) ", lambda sign: f" {SIGNS[sign[1]]} ", text)


def _cells(numbers: CaseNumbers, line: SumLine) -> Sequence[str]:
    width = max(1, len(numbers.columns))
    if len(line.cells) not in (1, width):
        message = (
            f"'{line.key}' has {len(line.cells)} cells. Write one for all columns, or {width}."
        )
        raise SumFault(message)
    return line.cells * width if len(line.cells) == 1 else line.cells


def _value(line: SumLine, cell: str, column: int, done: Results, above: AllResults) -> Fraction:
    def of(node: ast.AST) -> Fraction:
        match node:
            case ast.Constant(value):
                return Fraction(str(value))
            case ast.BinOp(left, sign, right):
                return OPERATIONS[type(sign)](of(left), of(right))
            case ast.UnaryOp(ast.USub(), inner):
                return -of(inner)
        return _named(line, ast.unparse(node), column, done, above)

    try:
        return of(_tree(line, cell))
    except ZeroDivisionError:
        raise SumFault(f"'{line.key}': '{cell}' divides by zero.") from None


def _named(line: SumLine, name: str, column: int, done: Results, above: AllResults) -> Fraction:
    parts = NAME.fullmatch(name)
    if parts is None:
        raise SumFault(f"'{line.key}': '{name}' is not the name of a line.")
    table, key, wanted = parts.groups()
    lines = above.get(table.replace("_", "-"), {}) if table else done
    if not lines:
        raise SumFault(f"'{line.key}': '{name}': no sum of that name comes before this one.")
    if key not in lines:
        raise SumFault(f"'{line.key}': '{name}' is not a line above. Known: {', '.join(lines)}.")
    place = int(wanted) - 1 if wanted else column if not table else 0
    if not 0 <= place < len(lines[key]):
        raise SumFault(f"'{line.key}': '{name}' has {len(lines[key])} columns.")
    return lines[key][place]


def _tree(line: SumLine, cell: str) -> ast.expr:
    try:
        tree = ast.parse(cell, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise SumFault(f"'{line.key}': '{cell}' is not a formula.") from None
    if not all(_is_known(node) for node in ast.walk(tree)):
        allowed = "numbers, names of lines above, name[2] for a column, + - * / and parentheses"
        raise SumFault(f"'{line.key}': '{cell}' may hold only {allowed}.")
    return tree


def _is_known(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return type(node.value) in (int, float)
    if isinstance(node, ast.operator):
        return type(node) in OPERATIONS
    return isinstance(
        node,
        ast.BinOp | ast.UnaryOp | ast.USub | ast.Name | ast.Attribute | ast.Subscript | ast.Load,
    )


def _rounded(value: Fraction, line: SumLine) -> Fraction:
    """Half away from zero, as people round."""
    step = Fraction(line.nearest) if line.nearest else Fraction(1, 10**line.decimals)
    step /= 100 if line.form == "percent" else 1
    whole, rest = divmod(abs(value), step)
    rounded = (whole + (rest * 2 >= step)) * step
    return rounded if value >= 0 else -rounded
