"""Cases to practice on: the sums behind them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, WithJsonSchema

from .base import Group, Row, Slug, SourceId, Text

LineKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Formula = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9_ .*/+()\[\]-]+$"),
    # A bare number is a number to editors, and text to the loader.
    WithJsonSchema({"type": ["string", "number"]}),
]


class SumLine(Group):
    """One line of a sum: a given number, or a formula over lines above it."""

    key: LineKey = Field(description="the name by which later lines and texts use it")
    label: Text
    cells: Annotated[tuple[Formula, ...], Field(min_length=1)] = Field(
        description="numbers or formulas (+ - * / and brackets, names of lines above, name[2] for a column): "
        "one for all columns, or one each"
    )
    form: Literal["number", "dollars", "percent"] = "number"
    decimals: int = Field(default=0, ge=0, le=3)
    nearest: int | None = Field(
        default=None, ge=1, description="round to the nearest 10, 100 and so on"
    )
    sources: tuple[SourceId, ...] = Field(
        default=(), description="where a given number is from; empty for assumptions"
    )


class CaseNumbers(Row):
    """The sums of one step of a case. Results are never typed: they are worked out from the given numbers."""

    id: Slug
    title: Text
    columns: tuple[Text, ...] = Field(
        default=(), description="heads of the columns; empty for a single one"
    )
    lines: tuple[SumLine, ...] = Field(min_length=1)
