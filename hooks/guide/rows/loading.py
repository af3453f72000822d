"""Loads the data files into one frozen `Guide`, and collects all problems before any is reported."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from . import models
from .models import Row
from .problems import Problem, UnknownName, nearest
from .readers.csv_rows import csv_rows
from .readers.files import Unreadable, is_left_out, link_problem, read_text, shown_path
from .readers.raw import RawRow
from .readers.yaml_rows import yaml_rows
from .recalling import hash_of
from .tables import TABLES, Table
from .validation_errors import explain

A = TypeVar("A")
R = TypeVar("R", bound=Row)
# Explaining a refused row, with similar names and a correction, is slow.
MOST_REFUSED = 200


class Rows(Mapping[str, R], Generic[R]):
    """The rows of one table by key, in file order. An unknown key raises UnknownName, which suggests similar ones."""

    def __init__(
        self,
        table: Table,
        rows: list[R],
        places: list[RawRow],
        shown: str,
        refused: frozenset[str] = frozenset(),
        digest: str = "",
    ) -> None:
        self.table, self.shown = table, shown
        # The hash of the text that was read.
        self.digest = digest
        # Keys of rows that the model refused: they are in the file and have been reported.
        self.refused = refused
        self.all, self.places = tuple(rows), tuple(places)
        self._by_key = {row.key: row for row in rows}
        self._place_by_key = {row.key: place for row, place in self.with_places()}
        self._made: dict[Callable[..., Any], Any] = {}

    def __getitem__(self, key: str) -> R:
        try:
            return self._by_key[key]
        except KeyError:
            raise UnknownName(f"id in {self.shown}:", key, self._by_key) from None

    def values(self) -> ValuesView[R]:
        """The rows. Overridden because Mapping's version looks up each key."""
        return self._by_key.values()

    def items(self) -> ItemsView[str, R]:
        """Each key with its row."""
        return self._by_key.items()

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def once(self, make: Callable[[Rows[R]], A]) -> A:
        """The result of a function of these rows, cached for as long as their file is unchanged."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[no-any-return]

    def with_places(self) -> Iterator[tuple[R, RawRow]]:
        """Each row beside the place where it was written, duplicates included."""
        return zip(self.all, self.places, strict=True)

    def place_of(self, key: str) -> RawRow:
        """Where the row with this key was written. Raises UnknownName as looking up the row does."""
        return self._place_by_key[self[key].key]

    def problem(
        self, row: Row, place: RawRow, field: str, message: str, correction: str = ""
    ) -> Problem:
        """A problem in `field` of `row`, at its line."""
        return Problem(self.shown, place.line_of(field), row.key, field, message, correction)


@dataclass(frozen=True)
class Guide:
    """All rows of the guide, read once per build."""

    root: Path
    tables: Mapping[str, Rows[Any]]
    problems: tuple[Problem, ...] = field(default=())

    @property
    def sources(self) -> Rows[models.Source]:
        """Every source by id."""
        return self.tables["sources"]

    @property
    def claims(self) -> Rows[models.Claim]:
        """Every claim of the reviewed article by id."""
        return self.tables["claims"]

    @cached_property
    def digest(self) -> str:
        """The hash of the texts of all tables."""
        return hash_of(
            *(part for name, rows in self.tables.items() for part in (name, rows.digest))
        )

    def __getitem__(self, table: str) -> Rows[Any]:
        try:
            return self.tables[table]
        except KeyError:
            raise UnknownName("table", table, self.tables) from None


def load_guide(root: Path) -> Guide:
    """Reads `root/data`. Never raises for bad data: faults are in `problems`."""
    if linked := link_problem(root / "data", root):
        empty = {table.name: Rows[Any](table, [], [], f"data/{table.file}") for table in TABLES}
        return Guide(root, empty, (linked,))
    problems: list[Problem] = list(_unknown_files(root))
    tables: dict[str, Rows[Any]] = {}
    for table in TABLES:
        tables[table.name], found = load_table(table, root)
        problems += found
    return Guide(root, tables, tuple(problems))


def load_table(table: Table, root: Path) -> tuple[Rows[Any], list[Problem]]:
    """The good rows of one file below `root/data`, and the problems of the others. Never raises for bad data."""
    path = root / "data" / table.file
    shown = shown_path(path, root)
    try:
        text = read_text(path, root)
    except Unreadable as fault:
        return Rows(table, [], [], shown), [fault.problem]
    rows, problems = rows_in(table, shown, text)
    return rows, list(problems)


# Two versions of each table: while serving, an edit changes one file and the others stay cached.
@lru_cache(maxsize=2 * len(TABLES))
def rows_in(table: Table, shown: str, text: str) -> tuple[Rows[Any], tuple[Problem, ...]]:
    """The same from the text of the file."""
    raws, problems = csv_rows(text, shown, table.fields) if table.is_csv else yaml_rows(text, shown)
    rows, places, refused = [], [], []
    for raw in raws:
        try:
            rows.append(table.model.model_validate(raw.values))
            places.append(raw)
        except ValidationError as error:
            refused.append(str(raw.values.get(table.model.key_field)))
            if len(refused) <= MOST_REFUSED:
                problems += explain(error, raw, table, shown)
    if len(refused) > MOST_REFUSED:
        more = f"{len(refused) - MOST_REFUSED:,} more rows of this file have problems."
        message = f"{more} Fix the first ones and run the check again."
        problems.append(Problem(shown, raws[-1].line, "", "", message))
    return Rows(table, rows, places, shown, frozenset(refused), hash_of(text)), tuple(problems)


def _unknown_files(root: Path) -> Iterator[Problem]:
    """Files in data/ that belong to no table: a misspelled name would otherwise be ignored silently."""
    files = {table.file for table in TABLES}
    for path in sorted((root / "data").glob("*")):
        if path.name not in files | {"README.md", "schemas"} and not is_left_out(path):
            near = nearest(path.name, files)
            meant = f" Did you mean '{near}'?" if near else ""
            message = (
                f"is not a table of the guide.{meant} "
                "CONTRIBUTING.md says how to add one, under 'A data file'."
            )
            yield Problem(shown_path(path, root), 1, "", "", message)
