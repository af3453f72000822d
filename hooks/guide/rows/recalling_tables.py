"""Caches results that depend on a few tables, for as long as those tables are unchanged.

The tables that a macro or a rule reads are recorded while it runs, so there is no list of them to keep up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from .loading import Guide, Rows
from .recalling import Recall

A = TypeVar("A")


class NotedTables(Mapping[str, Rows[Any]]):
    """The tables of a guide. Records the names of those that are read."""

    def __init__(self, tables: Mapping[str, Rows[Any]]) -> None:
        self._tables = tables
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Rows[Any]:
        rows = self._tables[name]
        self.read.add(name)
        return rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


def noting(guide: Guide) -> tuple[Guide, NotedTables]:
    """A copy of the guide, and the record of the tables that are read through it."""
    tables = NotedTables(guide.tables)
    return replace(guide, tables=tables), tables


def recall_of_tables(
    recall: Recall, guide: Guide, key: Iterable[str], make: Callable[[], tuple[A, set[str]]]
) -> A:
    """The result of `make`, which also returns the tables that it read; `key` is everything else it depends on.

    Which tables are read may itself depend on rows. So the lookup goes in steps: an entry holds either the result, or
    the further tables whose hashes belong to the key of the next entry.
    """
    made: list[tuple[A, set[str]]] = []
    fixed, known = tuple(key), list[str]()

    def answer() -> dict[str, Any]:
        made.extend([] if made else [make()])
        more = sorted(made[0][1].difference(known))
        return {"look at": more} if more else {"answer": made[0][0]}

    while True:
        read = (part for name in known for part in (name, guide.tables[name].digest))
        found = recall((*fixed, *read), answer)
        if "answer" in found:
            return found["answer"]  # type: ignore[no-any-return]
        known += found["look at"]
