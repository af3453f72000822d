"""A CSV table whose header is the model's field order."""

from __future__ import annotations

import csv
import io

from ..problems import Problem
from .raw import MOST_ROWS, TOO_MANY, RawRow


def csv_rows(text: str, shown: str, fields: list[str]) -> tuple[list[RawRow], list[Problem]]:
    """The rows of a strict CSV text, and the problems met. Empty cells become None."""
    if "\r" in text:
        return [], [_line_end_problem(shown, text)]
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[RawRow] = []
    problems: list[Problem] = []
    start = 1
    try:
        header = next(reader, [])
        if header != fields:
            return [], [_header_problem(shown, header, fields)]
        start = reader.line_num + 1
        for cells in reader:
            if len(rows) == MOST_ROWS:
                return rows, [*problems, Problem(shown, start, "", "", TOO_MANY)]
            if len(cells) == len(fields):
                rows.append(_raw_row(start, fields, cells))
            else:
                problems.append(_width_problem(shown, start, cells, fields))
            start = reader.line_num + 1
    except csv.Error as error:
        # Where the row starts: an unclosed quote is only noticed at the end of the file.
        message = f"is not valid CSV: {error}. Check the quotes."
        problems.append(Problem(shown, start, "", "", message))
    return rows, problems


def _line_end_problem(shown: str, text: str) -> Problem:
    line = text.count("\n", 0, text.index("\r")) + 1
    return Problem(shown, line, "", "", "has Windows line ends. Save it with LF line ends.")


def _raw_row(line: int, fields: list[str], cells: list[str]) -> RawRow:
    return RawRow(line, {name: cell or None for name, cell in zip(fields, cells, strict=True)})


def _header_problem(shown: str, header: list[str], fields: list[str]) -> Problem:
    message = f"the header must name the fields in this order; it has '{','.join(header)}'."
    return Problem(shown, 1, "header", "", message, ",".join(fields))


def _width_problem(shown: str, line: int, cells: list[str], fields: list[str]) -> Problem:
    padded = [*cells, *["..."] * len(fields)][: len(fields)]
    message = (
        f"has {len(cells)} cells; the header has {len(fields)}. Quote a cell that holds a comma."
    )
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(padded)
    return Problem(shown, line, cells[0] if cells else "", "", message, buffer.getvalue())
