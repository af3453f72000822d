"""The rows and pages that a row refers to, read from the annotations of its model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from .models import References
from .models.shapes import PAGE


@dataclass(frozen=True)
class Reference:
    """`key` of a row in `table`, named in `field`."""

    field: str
    table: str
    key: str


def references(row: BaseModel) -> Iterator[Reference]:
    """All references of a row, those in lists and groups included; `field` is the row's own."""
    for name, table in _reference_fields(type(row)):
        yield from (Reference(name, table, key) for key in _as_tuple(getattr(row, name)))
    for name in _group_fields(type(row)):
        for group in _as_tuple(getattr(row, name)):
            yield from (replace(found, field=name) for found in references(group))


def named_pages(row: BaseModel) -> Iterator[tuple[str, str]]:
    """The row's field and the path below docs/ of each page that a row names, those in lists and groups included."""
    for name in _page_fields(type(row)):
        yield from ((name, path) for path in _as_tuple(getattr(row, name)))
    for name in _group_fields(type(row)):
        for group in _as_tuple(getattr(row, name)):
            yield from ((name, path) for _, path in named_pages(group))


def referred_table(model: type[BaseModel], field: str) -> str | None:
    """The table whose rows a field names, if it names any."""
    return dict(_reference_fields(model)).get(field)


@cache
def _reference_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, table)
        for name, info in model.model_fields.items()
        for table in [_marked_table(info.annotation, info.metadata)]
        if table
    )


@cache
def _page_fields(model: type[BaseModel]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(name for name, info in fields if _is_page(info.annotation, info.metadata))


def _is_page(annotation: Any, metadata: Any) -> bool:
    return any(getattr(mark, "pattern", None) == PAGE.whole for mark in metadata) or any(
        _is_page(arg, getattr(arg, "__metadata__", ())) for arg in get_args(annotation)
    )


@cache
def _group_fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(
        name for name, info in model.model_fields.items() if _holds_models(info.annotation)
    )


def _marked_table(annotation: Any, metadata: Any = ()) -> str | None:
    marks = [mark for mark in metadata if isinstance(mark, References)]
    if marks:
        return marks[0].table
    inner = [_marked_table(arg, getattr(arg, "__metadata__", ())) for arg in get_args(annotation)]
    return next((table for table in inner if table), None)


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, BaseModel)
    return any(_holds_models(arg) for arg in get_args(annotation))


def _as_tuple(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
