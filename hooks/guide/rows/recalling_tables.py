"""Caches results that depend on a few tables, or on a few rows, for as long as those are unchanged.

What a macro or a rule reads is recorded while it runs, so there is no list of it to keep up to date: a row that is
looked up by its key as `glossary/azure`, and the whole table, `glossary`, for any other use of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from .loading import Guide, Rows
from .recalling import Recall

A = TypeVar("A")


class NotedTables(Mapping[str, Rows[Any]]):
    """The tables of a guide. Records what is read of them."""

    def __init__(self, tables: Mapping[str, Rows[Any]]) -> None:
        self._tables = tables
        self._read: set[str] = set()

    @property
    def read(self) -> set[str]:
        """The names of tables that were read, and of rows of others."""
        return {name for name in self._read if name.partition("/")[0] not in self._read - {name}}

    def __getitem__(self, name: str) -> Rows[Any]:
        return NotedRows(name, self._tables[name], self._read)  # type: ignore[return-value]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


class NotedRows:
    """The rows of a table. Records a row that is looked up, and otherwise the table."""

    def __init__(self, name: str, rows: Rows[Any], read: set[str]) -> None:
        self._name, self._rows, self._read = name, rows, read

    def __getitem__(self, key: str) -> Any:
        if key not in self._rows:  # the message names similar keys
            self._read.add(self._name)
        self._read.add(f"{self._name}/{key}")
        return self._rows[key]

    def __getattr__(self, attribute: str) -> Any:
        self._read.add(self._name)
        return getattr(self._rows, attribute)

    def __contains__(self, key: object) -> bool:
        self._read.add(self._name)
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        self._read.add(self._name)
        return iter(self._rows)

    def __len__(self) -> int:
        self._read.add(self._name)
        return len(self._rows)


def _digest(guide: Guide, name: str) -> str:
    """What a table, or one row of it, is made of."""
    table, is_row, key = name.partition("/")
    rows = guide.tables[table]
    if not is_row:
        return rows.digest
    texts = rows.once(_texts_by_key)
    if key not in texts:
        texts[key] = repr(rows[key]) if key in rows else ""
    return texts[key]


def _texts_by_key(_: Rows[Any]) -> dict[str, str]:
    """The texts of single rows by key, empty until one is asked for."""
    return {}


def noting(guide: Guide) -> tuple[Guide, NotedTables]:
    """A copy of the guide, and the record of what is read through it."""
    tables = NotedTables(guide.tables)
    return replace(guide, tables=tables), tables


def recall_of_tables(
    recall: Recall,
    guide: Guide,
    key: Iterable[str],
    make: Callable[[], tuple[A, set[str]]],
    beside: Callable[[str], str] = str,
) -> A:
    """The result of `make`, which also returns what it read of tables; `key` is everything else it depends on.

    Names that begin with a colon are of what was read beside tables: `beside` says what that is at present.
    What is read may itself depend on rows. So the lookup goes in steps: an entry holds either the result, or
    the further tables and rows whose contents belong to the key of the next entry.
    """
    made = cache(make)
    fixed, known = tuple(key), list[str]()

    def answer() -> dict[str, Any]:
        result, read = made()
        more = sorted(read.difference(known))
        return {"look at": more} if more else {"answer": result}

    while "answer" not in (found := recall((*fixed, *_contents(guide, known, beside)), answer)):
        known += found["look at"]
    return found["answer"]  # type: ignore[no-any-return]


def _contents(guide: Guide, names: Iterable[str], beside: Callable[[str], str]) -> Iterator[str]:
    """Each name, and what it holds at present."""
    for name in names:
        yield name
        yield beside(name) if name.startswith(":") else _digest(guide, name)
