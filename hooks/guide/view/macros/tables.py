"""Tables and sourced cells for macros."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from markupsafe import Markup

from ...rows.models import Row
from ..components import plain
from ..context import Context
from .tracks import TrackedRows, as_tracked, other_track

Cell = str | Markup
CELLS_OF_AN_ANCHOR, WORDS_OF_A_CELL = 2, 6
NOTHING = ("", "–")  # a cell without a value
# From so many rows on, a column with more than this share of empty cells is left out: its values move to the last cell
# of their row.
SPARSE_ROWS, SPARSE_SHARE = 4, 0.6


def table(
    context: Context,
    caption: str,
    columns: Sequence[str] | Mapping[str, str],
    rows: Sequence[Sequence[Cell]] | TrackedRows,
    kind: str = "",
    *,
    made_from: Sequence[Row] | None,
) -> Markup:
    """A table with a caption and scoped headers; the first cell of a row is its header. Raises ValueError without rows.

    `made_from` are the rows of data behind it, linked below the table; None if the same data is shown elsewhere.
    Rows get anchors, so that a search leads to one. A reader sees the rows of their own track, and no column that most
    rows leave empty. Columns may be given with the track for which each is.
    """
    tracked = as_tracked(rows)
    if not tracked.cells:
        raise ValueError(f"the table '{caption}' has no rows")
    has_anchors = made_from is not None
    anchors = row_anchors(caption, tracked.cells) if has_anchors else [""] * len(tracked.cells)
    parts = _columns_and_lines(context, columns, tracked, anchors)
    return context.render("table.html", caption=caption, kind=kind, made_from=made_from, **parts)


def _columns_and_lines(
    context: Context,
    columns: Sequence[str] | Mapping[str, str],
    rows: TrackedRows,
    anchors: Sequence[str],
) -> dict[str, Any]:
    """What the component shows: columns and lines, each with the track it is for, and what is folded away."""
    shown, cells = without_sparse_columns(context, list(columns), rows.cells)
    return {
        "columns": shown,
        "column_tracks": dict(columns) if isinstance(columns, Mapping) else {},
        "lines": list(zip(anchors, cells, rows.tracks, strict=True)),
        "other_track": other_track(context, rows.tracks, rows.noun),
    }


def without_sparse_columns(
    context: Context, columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> tuple[Sequence[str], Sequence[Sequence[Cell]]]:
    """The table without the columns that are empty in most rows; the last cell of a row holds its values of them."""
    sparse = [at for at in range(1, len(columns) - 1) if _is_sparse([row[at] for row in rows])]
    if not sparse:
        return columns, rows
    shown = [at for at in range(len(columns)) if at not in sparse]
    shorter: list[Sequence[Cell]] = []
    for row in rows:
        left_out = [(columns[at], row[at]) for at in sparse if not _is_empty(row[at])]
        last = context.render("sparse_cell.html", cell=row[-1], left_out=left_out)
        shorter.append([*(row[at] for at in shown[:-1]), last])
    return [columns[at] for at in shown], shorter


def _is_sparse(cells: Sequence[Cell]) -> bool:
    empty = sum(map(_is_empty, cells))
    return len(cells) >= SPARSE_ROWS and empty / len(cells) > SPARSE_SHARE


def _is_empty(cell: Cell) -> bool:
    return plain(cell).strip() in NOTHING


def row_anchors(caption: str, rows: Sequence[Sequence[Cell]]) -> list[str]:
    """An anchor for each row: the caption and as many cells as it takes to tell the rows apart."""
    anchors: list[str] = []
    # The whole caption: two tables of a page may start with the same words.
    name = re.findall("[a-z0-9]+", caption.lower())
    for row in rows:
        for width in range(1, min(len(row), CELLS_OF_AN_ANCHOR) + 1):
            anchor = "-".join(["row", *name, *chain.from_iterable(map(_slug_words, row[:width]))])
            if anchor not in anchors:
                break
        anchors.append(anchor if anchor not in anchors else f"{anchor}-{len(anchors) + 1}")
    return anchors


def _slug_words(cell: Cell) -> list[str]:
    return re.findall("[a-z0-9]+", plain(cell).lower())[:WORDS_OF_A_CELL]


def statement(context: Context, text: str, sources: Sequence[str]) -> Markup:
    """A text followed by the marks of its sources."""
    return context.render("statement.html", text=text, sources=sources)


def dated(context: Context, table_name: str, period: str | None, source: str) -> Markup:
    """The cell that says as of when, and from whom, a figure is known."""
    return context.render("dated.html", table=table_name, period=period, source=source)
