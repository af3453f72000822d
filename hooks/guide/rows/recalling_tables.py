"""Answers that are made of some tables only: they are remembered for as long as those are the same.

Which tables a macro or a rule reads is noted while it reads them, so no list of them can be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from .loading import Guide, Rows
from .recalling import Recall

A = TypeVar("A")


class NotedTables(Mapping[str, Rows[Any]]):
    """The tables of a guide, and the names of those that were asked for."""

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
    """The guide, and what is read of it from now on."""
    tables = NotedTables(guide.tables)
    return replace(guide, tables=tables), tables


def recall_of_tables(
    recall: Recall, guide: Guide, made_of: Iterable[str], make: Callable[[], tuple[A, set[str]]]
) -> A:
    """The answer of `make`, which also says which tables it has read; `made_of` is all else that it depends on.

    Which tables those are may depend on rows too. So an answer is found by the tables that it was made of, and before
    it, by fewer, which others are to be looked at.
    """
    made: list[tuple[A, set[str]]] = []
    key, known = tuple(made_of), list[str]()

    def answer() -> dict[str, Any]:
        made.extend([] if made else [make()])
        more = sorted(made[0][1].difference(known))
        return {"look at": more} if more else {"answer": made[0][0]}

    while True:
        read = (part for name in known for part in (name, guide.tables[name].digest))
        found = recall((*key, *read), answer)
        if "answer" in found:
            return found["answer"]  # type: ignore[no-any-return]
        known += found["look at"]
