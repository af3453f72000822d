"""Rows that were added, changed or removed between two `data/` folders."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guide.rows.problems import Problem
from guide.rows.readers.csv_rows import csv_rows
from guide.rows.readers.files import Unreadable, read_text
from guide.rows.readers.raw import RawRow
from guide.rows.readers.yaml_rows import yaml_rows
from guide.rows.tables import TABLE_BY_NAME

Cells = dict[str, str]


@dataclass(frozen=True)
class RowChange:
    """A row before and after: the text of each filled cell by its place (`lines.0.they_say`); None where it is not."""

    key: str
    before: Cells | None
    after: Cells | None

    @property
    def kind(self) -> str:
        """`added`, `changed` or `removed`."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    @property
    def cells(self) -> list[tuple[str, str | None, str | None]]:
        """(place, before, after) of every cell that differs, in the order of the new row."""
        before, after = self.before or {}, self.after or {}
        places = [*after, *(place for place in before if place not in after)]
        changed = [place for place in places if before.get(place) != after.get(place)]
        return [(place, before.get(place), after.get(place)) for place in changed]


@dataclass
class TableChange:
    """What changed in one data file. `problems` say why it could not be read as a whole, before or after."""

    file: str
    rows: list[RowChange] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many rows were `added`, `changed` or `removed`."""
        return sum(row.kind == kind for row in self.rows)


def changed_tables(base: Path, head: Path) -> list[TableChange]:
    """Every data file that differs between two project folders, by name."""
    changes = (_table_change(base, head, file) for file in _files(base, head))
    return [change for change in changes if change.rows or change.problems]


def _files(*roots: Path) -> list[str]:
    folders = [root / "data" for root in roots]
    found = (path for folder in folders if not folder.is_symlink() for path in folder.glob("*.*"))
    return sorted({path.name for path in found if path.suffix in (".yml", ".csv")})


def _table_change(base: Path, head: Path, file: str) -> TableChange:
    change = TableChange(f"data/{file}")
    before, old_problems = _rows(base, file)
    after, new_problems = _rows(head, file)
    change.problems += [f"before: {problem}" for problem in old_problems]
    change.problems += [f"after: {problem}" for problem in new_problems]
    for key in [*after, *(key for key in before if key not in after)]:
        if before.get(key) != after.get(key):
            change.rows.append(RowChange(key, before.get(key), after.get(key)))
    return change


def _rows(root: Path, file: str) -> tuple[dict[str, Cells], list[Problem]]:
    """The rows of a file by key, as written: a model that changed as well must not hide what was there before."""
    path = root / "data" / file
    if not path.exists():
        return {}, []
    try:
        text = read_text(path, root)
    except Unreadable as fault:
        return {}, [fault.problem]
    shown = f"data/{file}"
    raws, problems = (
        csv_rows(text, shown, _header(text)) if path.suffix == ".csv" else yaml_rows(text, shown)
    )
    return _by_key(raws, path.stem), problems


def _header(text: str) -> list[str]:
    return next(csv.reader(text.split("\n", 1)[:1]), [])


def _by_key(raws: list[RawRow], table: str) -> dict[str, Cells]:
    """Rows by key. A key that is there twice gets a number, so that no row is lost."""
    known = TABLE_BY_NAME.get(table)
    key_field = known.model.key_field if known else "id"
    rows: dict[str, Cells] = {}
    seen: Counter[str] = Counter()
    for raw in raws:
        name = str(raw.values.get(key_field) or f"row at line {raw.line}")
        seen[name] += 1
        rows[name if seen[name] == 1 else f"{name} ({seen[name]})"] = dict(_cells(raw.values))
    return rows


def _cells(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """(place, text) of every filled value of a row, nested ones by their path; a list of texts is one cell."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield place, "; ".join(value)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _cells(part, f"{place}.{name}" if place else name)
    elif isinstance(value, list):
        for number, part in enumerate(value, start=1):
            yield from _cells(part, f"{place}.{number}")
    elif value is not None:
        yield place, str(value)
