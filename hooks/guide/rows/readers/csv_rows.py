"""A CSV table whose header is the model's field order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..problems import Problem
from .raw import MOST_ROWS, TOO_MANY, RawRow

CHECK_QUOTES = 'A cell that holds a comma, a quote or a line end begins and ends with ", and a quote inside it is "".'


def csv_rows(text: str, shown: str, fields: list[str]) -> tuple[list[RawRow], list[Problem]]:
    """The rows of a strict CSV text, and the problems met. Empty cells become None."""
    if "\r" in text:
        return [], [_line_end_problem(shown, text)]
    lines = _lines(text, shown)
    first = next(lines, None)
    if isinstance(first, Problem):
        return [], [first]
    header = first[1] if first else []
    if header != fields:
        return [], [_header_problem(shown, header, fields)]
    rows: list[RawRow] = []
    problems: list[Problem] = []
    for line in lines:
        if isinstance(line, Problem):
            problems.append(line)
        elif len(rows) == MOST_ROWS:
            return rows, [*problems, Problem(shown, line[0], "", "", TOO_MANY)]
        elif len(line[1]) == len(fields):
            rows.append(_raw_row(*line, fields))
        else:
            problems.append(_width_problem(shown, *line, fields))
    return rows, problems


def _lines(text: str, shown: str) -> Iterator[tuple[int, list[str]] | Problem]:
    """Each line of cells with the number of its first line; a problem, and nothing more, where the text is not CSV."""
    reader = csv.reader(io.StringIO(text), strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        # Reported where the row starts: an unclosed quote is noticed only at the end of the file.
        yield Problem(shown, start, "", "", f"is not valid CSV: {error}. {CHECK_QUOTES}")


def _line_end_problem(shown: str, text: str) -> Problem:
    line = text.count("\n", 0, text.index("\r")) + 1
    return Problem(shown, line, "", "", "has Windows line endings. Save it with LF line endings.")


def _raw_row(line: int, cells: list[str], fields: list[str]) -> RawRow:
    return RawRow(line, {name: cell or None for name, cell in zip(fields, cells, strict=True)})


def _header_problem(shown: str, header: list[str], fields: list[str]) -> Problem:
    message = f"the header must name the fields in this order: {_header_fault(header, fields)}."
    return Problem(shown, 1, "header", "", message, ",".join(fields))


def _header_fault(header: list[str], fields: list[str]) -> str:
    """How a header differs: what it lacks, what no table has, what it has twice; else it is the order alone."""
    if not any(header):
        return "it is empty"
    if len(header) == 1 and len(fields) > 1:
        return "it is one cell; separate cells with commas"
    faults = {
        "it lacks": [name for name in fields if name not in header],
        "it has an unknown": [name for name in header if name not in fields],
        "it repeats": [name for name in fields if header.count(name) > 1],
    }
    found = [f"{what} {', '.join(map(repr, names))}" for what, names in faults.items() if names]
    return "; ".join(found) or f"it has '{','.join(header)}'"


def _width_problem(shown: str, line: int, cells: list[str], fields: list[str]) -> Problem:
    padded = [*cells, *["..."] * len(fields)][: len(fields)]
    message = (
        f"has {len(cells)} cells; the header has {len(fields)}. Quote a cell that holds a comma."
    )
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(padded)
    return Problem(shown, line, cells[0] if cells else "", "", message, buffer.getvalue())
