"""A guide of which every free text is replaced, by a tame word or by the same word with a hostile tail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args, get_origin

from guide.rows.loading import Guide, Rows
from guide.rows.models.base import Row, Text
from guide.rows.references import references
from pydantic import BaseModel

HOSTILE = (
    '<script>alert(1)</script> <b>x</b> </td></div> | * a*b*c **d** _ e_f_g _h_ ` `i` [x](y) ![x](y) [x][y] "quotes" '
    "'apos' {{ x }} {% x %} {: .a onclick=x } {#anchor} [[= x =]] [[% x %]] [[# x #]]\n\n    newline\n\n- list\n"
    "שלום עברית العربية ~~x~~ ~x~ ^x^ ==x== ++x++ :smile: &copy; &amp; &#60;b&#62; \\ \\* # 1. 1) > + !!! note "
    "??? x === https://example.org www.example.org a@b.org [^1] *[HTML]: :: "
    "\U0001f642 -- ... <!-- x --> <?x ?> ]]> $x$ @x"
)
SHOWN = " ".join(HOSTILE.split())
TEXT_MARKS = get_args(Text)[1:]
WORD = re.compile(r"Zq\d+x", re.I)


def text_fields(model: type[BaseModel]) -> list[str]:
    """Names of the fields that hold free text, alone, in lists or in groups."""
    return [
        name
        for name, info in model.model_fields.items()
        if _has_text(info.annotation, info.metadata)
    ]


def _has_text(annotation: Any, metadata: Any = ()) -> bool:
    if annotation is str:
        return any(mark in TEXT_MARKS for mark in metadata)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    parts = get_args(annotation)
    if metadata := getattr(annotation, "__metadata__", ()):
        return _has_text(parts[0], metadata)
    return any(_has_text(part) for part in parts)


@dataclass
class Spoiler:
    """Replaces every free text by a numbered word and a tail."""

    tail: str
    count: int = 0

    def row(self, row: Any) -> Any:
        changes = {n: self.value(getattr(row, n)) for n in text_fields(type(row))}
        return row.model_copy(update=changes)

    def value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self.value(item) for item in value)
        if isinstance(value, BaseModel):
            return self.row(value)
        if value is None:
            return None
        self.count += 1
        return f"Zq{self.count}x {self.tail}".strip()


def spoilt(guide: Guide, tail: str) -> Guide:
    """The guide with every free text replaced; the order of rows and their keys stay."""
    spoiler = Spoiler(tail)
    tables = {
        name: Rows(
            rows.table, [spoiler.row(row) for row in rows.all], list(rows.places), rows.shown
        )
        for name, rows in guide.tables.items()
    }
    return replace(guide, tables=tables)


def small(guide: Guide, whole: Set[str]) -> Guide:
    """The guide with a few rows of each list that is not wanted whole, and whatever rows these refer to: more of a kind
    show no more."""
    keys_by_table = {
        name: set(rows) if name in whole else {row.key for row in _two_of_each(rows)}
        for name, rows in guide.tables.items()
    }
    waiting = [
        row for name, keys in keys_by_table.items() for key in keys for row in [guide[name][key]]
    ]
    while waiting:
        for reference in references(waiting.pop()):
            if reference.key not in keys_by_table[reference.table]:
                keys_by_table[reference.table].add(reference.key)
                waiting.append(guide[reference.table][reference.key])
    return replace(
        guide,
        tables={name: _only(rows, keys_by_table[name]) for name, rows in guide.tables.items()},
    )


def _two_of_each(rows: Rows[Any]) -> Iterator[Row]:
    """The rows of a table that are among the first two to have some choice, such as a track; at least two rows."""
    seen: Counter[tuple[str, Any]] = Counter()
    for row in rows.all:
        choices = [("", "")] + [(name, getattr(row, name)) for name in _choices(type(row))]
        if any(seen[choice] < 2 for choice in choices):
            yield row
        seen.update(choices)


def _choices(model: type[BaseModel]) -> list[str]:
    """The fields that take one of a few words."""
    return [
        name for name, info in model.model_fields.items() if get_origin(info.annotation) is Literal
    ]


def _only(rows: Rows[Any], keys: set[str]) -> Rows[Any]:
    chosen = [n for n, row in enumerate(rows.all) if row.key in keys]
    return Rows(
        rows.table, [rows.all[n] for n in chosen], [rows.places[n] for n in chosen], rows.shown
    )


def with_tail(value: str, tail: str) -> str:
    """What a tame text should have become."""
    return WORD.sub(lambda word: f"{word[0]} {tail}".strip(), value)
