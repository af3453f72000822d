"""The one way in which macros make tables and sourced cells."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ..context import Context

Cell = str | Markup


def table(
    context: Context,
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    kind: str = "",
) -> Markup:
    """A table with a caption and scoped headers; the first cell of a row is its header. Raises on an empty table."""
    if not rows:
        raise ValueError(f"the table '{caption}' has no rows")
    return context.render("table.html", caption=caption, columns=columns, rows=rows, kind=kind)


def statement(context: Context, text: str, sources: Sequence[str]) -> Markup:
    """A text followed by the marks of its sources."""
    return context.render("statement.html", text=text, sources=sources)


def dated(context: Context, table_name: str, period: str | None, source: str) -> Markup:
    """The cell that says since when and from whom a figure is known."""
    return context.render("dated.html", table=table_name, period=period, source=source)
