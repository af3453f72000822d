"""What the published data is called, how it was made, and under which license: for the page and for the files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..rows.dictionary import about
from ..rows.readers.settings import read_settings
from ..rows.tables import TABLES, Table
from .freshness import spoken_date
from .wording import title_of

LIST = Path(__file__).with_name("published.yml")
GUIDE = "Microsoft PM and PMM: an open guide"
OUR_WORDS = "CC-BY-4.0"
PROCESSING = "Written by us in our own words from the sources listed."
NOTE_CAVEAT = "Read the note of a row, where it has one, before you use it."


@dataclass(frozen=True)
class Described:
    """What a reader must know about a file. `license` is empty where we hold no rights and know of no license."""

    name: str
    title: str
    description: str
    unit: str
    per: str
    processing: str
    caveats: tuple[str, ...]
    license: str

    def citation(self, day: dt.date, address: str) -> str:
        """How to cite it."""
        return f"{self.title}. {GUIDE}, data of {spoken_date(day)}. {address}"


def published_tables() -> list[Table]:
    """The tables that go on the site, in the order of the dictionary."""
    return [table for table in TABLES if table.name not in _listed()["left_out"]]


def describe_table(table: Table) -> Described:
    """The description of a table."""
    return _described(
        table.name, title_of(table.name), about(table), _listed()["tables"].get(table.name) or {}
    )


def describe_chart(key: str, title: str, description: str) -> Described:
    """The description of a chart, by the first part of its key."""
    first = key.partition("-")[0]
    kind = "pay" if first in ("pm", "pmm") else first
    return _described(key, title, description, _listed()["charts"][kind])


def _described(name: str, title: str, description: str, listed: dict[str, Any]) -> Described:
    return Described(
        name=name,
        title=title,
        description=description,
        unit=listed.get("unit", ""),
        per=listed.get("per", ""),
        processing=listed.get("processing", PROCESSING),
        caveats=(*listed.get("caveats", ()), NOTE_CAVEAT),
        license="" if listed.get("license") == "none" else OUR_WORDS,
    )


@lru_cache(maxsize=1)
def _listed() -> dict[str, Any]:
    listed: dict[str, Any] = read_settings(LIST.read_text(encoding="utf-8"))
    return listed
