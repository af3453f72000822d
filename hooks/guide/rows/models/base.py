"""The types that every row is made of."""

from __future__ import annotations

import ast
import calendar
import datetime as dt
import inspect
import os
import re
import textwrap
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from .shapes import FLAG, LEVELS, NUMBER_OF_CLAIM, NUMBER_OF_ROW, PAGE, PERIOD, SLUG, URL

# No plugin changes what a row may hold: Pydantic looks for one in every installed package, which takes 1% of a check.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
# What Python and JavaScript print for a missing value.
WORDS_FOR_NOTHING = ("None", "NaN", "nan", "null", "undefined")


@dataclass(frozen=True)
class References:
    """Marks a field whose text is the key of a row in another table."""

    table: str


def _docstring_in_source(model: type[BaseModel]) -> str | None:
    [definition] = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    return ast.get_docstring(definition) if isinstance(definition, ast.ClassDef) else None


class _Described(BaseModel):
    """What a data file holds: frozen, with no fields but its own, described by its docstring."""

    # Deferred: what checks a group of fields is only built inside the rows that hold it, and not for itself as well.
    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )

    def __init_subclass__(cls, **options: Any) -> None:
        """Saves the class's docstring, which schemas need and Python drops under -OO."""
        super().__init_subclass__(**options)
        if cls.__doc__ is None:
            cls.__doc__ = _docstring_in_source(cls)


class Row(_Described):
    """A frozen row of one data file. Its key names it for pages, links and error messages."""

    key_field: ClassVar[str] = "id"

    @property
    def key(self) -> str:
        """The text by which other rows and pages refer to this row."""
        return str(getattr(self, self.key_field))


class Group(_Described):
    """Fields that belong together inside a row."""


def last_day(date_text: str) -> dt.date:
    """The last day that an ISO year, month or day covers. Raises ValueError on an impossible date."""
    year, *rest = (int(part) for part in date_text.split("-"))
    month = rest[0] if rest else 12
    if not 1 <= month <= 12:
        raise ValueError(f"month {month} is out of range")
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]
    return dt.date(year, month, day)


def period_end(period: str) -> dt.date:
    """The last day of a period such as `2025-05` or `2017/2021`."""
    return last_day(period.rsplit("/", maxsplit=1)[-1])


@lru_cache(maxsize=1_000)  # rows of one table repeat it
def _check_period(period: str) -> str:
    if not re.fullmatch(PERIOD.pattern, period, re.ASCII):
        raise ValueError("write an ISO date: 2026, 2026-05, 2026-05-31, or a period 2017/2021")
    ends = [last_day(part) for part in period.split("/")]
    if ends != sorted(ends):
        raise ValueError("the period ends before it starts")
    return period


def _check_day(value: Any) -> Any:
    # Pydantic would read a bare number as seconds since 1970.
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise ValueError("write a day as 2026-05-31")
    return value


def _check_says_something(text: str) -> str:
    # In quotes, or in a CSV cell, it is a text, and readers would meet it.
    if text in WORDS_FOR_NOTHING:
        raise ValueError(
            "programs print this for a missing value; write what you mean, or leave it out"
        )
    return text


def split_list(value: Any) -> Any:
    """A CSV cell as a list; anything but text is left to the model."""
    return [part.strip() for part in value.split(";")] if isinstance(value, str) else value


Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    AfterValidator(_check_says_something),
]
Slug = Annotated[str, SLUG.constraint]
# A slug, or the number of a question or a claim: `PM001`, `C001`.
RowId = Annotated[str, NUMBER_OF_ROW.constraint]
Url = Annotated[str, URL.constraint]
Period = Annotated[
    str,
    AfterValidator(_check_period),
    # A bare year is a number to editors, and text to the loader.
    WithJsonSchema({"type": ["string", "integer"], "pattern": PERIOD.whole}),
]
# True is a yes to editors, and text to the loader.
Flag = Annotated[bool, WithJsonSchema({"type": ["boolean", "string"], "pattern": FLAG.whole})]
Day = Annotated[dt.date, BeforeValidator(_check_day)]
DocsPage = Annotated[str, PAGE.constraint]
SourceId = Annotated[Slug, References("sources")]
ClaimId = Annotated[str, NUMBER_OF_CLAIM.constraint, References("claims")]
SourceIds = Annotated[tuple[SourceId, ...], Field(min_length=1)]
SourceIdsInCell = Annotated[
    tuple[SourceId, ...],
    Field(min_length=1),
    BeforeValidator(split_list),
    WithJsonSchema({"type": "string", "description": "source ids, separated by semicolons"}),
]
Dollars = Annotated[int, Field(ge=0, le=100_000_000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
LevelNumber = Annotated[int, Field(ge=57, le=80)]
Levels = Annotated[str, LEVELS.constraint]

TrackName = Literal["pm", "pmm", "both"]
Confidence = Literal["high", "medium", "low-medium", "low"]
Per = Literal["year", "four-year-grant", "five-year-grant", "once"]
