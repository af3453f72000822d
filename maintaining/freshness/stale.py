"""Figures past their shelf life, and those that soon will be, as Markdown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.facts.freshness import (
    last_fresh_day,
    next_check,
    next_check_due,
    shelf_life_in_months,
    spoken_date,
    spoken_period,
)
from guide.pages.page import Page
from guide.rows.loading import Guide
from guide.rows.tables import TABLES, Table
from guide.view.macros import MACROS
from guide.view.render import RenderedPages

from ..markdown import code

SOON_DAYS = 60
MOST_LINES = 100
MOST_IDS = 6


@dataclass(frozen=True)
class Ageing:
    """Rows of one table that carry one date: their keys, the line of the first, and the last day they are fresh."""

    table: Table
    period: str
    fresh_until: dt.date
    keys: tuple[str, ...]
    line: int


def ageing(guide: Guide, until: dt.date) -> list[Ageing]:
    """Everything that is stale on the day `until`, by the day it becomes so. Rows of one date are one entry."""
    groups: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for table in (table for table in TABLES if table.shelf_life_days is not None):
        for row, place in guide[table.name].with_places():
            period = getattr(row, table.dated_by)
            fresh_until = last_fresh_day(table.name, period)
            if fresh_until and until > fresh_until:
                groups.setdefault((table.name, period), []).append(
                    (row.key, place.line_of(table.dated_by))
                )
    found = [_ageing(guide, name, period, rows) for (name, period), rows in groups.items()]
    return sorted(found, key=lambda figures: (figures.fresh_until, figures.table.name))


def _ageing(guide: Guide, name: str, period: str, rows: list[tuple[str, int]]) -> Ageing:
    fresh_until = last_fresh_day(name, period)
    assert fresh_until is not None  # only rows with one are gathered
    keys = tuple(key for key, _ in rows)
    return Ageing(guide[name].table, period, fresh_until, keys, rows[0][1])


def report(guide: Guide, today: dt.date, pages: Iterable[Page] = ()) -> str:
    """The report of one day. `pages` have passed the check."""
    soon = ageing(guide, today + dt.timedelta(days=SOON_DAYS))
    stale = [figures for figures in soon if today > figures.fresh_until]
    lines = ["## Figures past their shelf life", ""]
    # The newest first: what has just become stale can probably be replaced, a figure of 2005 cannot.
    lines += list(_lines(stale[::-1])) or ["None."]
    lines += ["", f"## Past it within {SOON_DAYS} days", ""]
    lines += list(_lines(soon[len(stale) :])) or ["None."]
    lines += ["", "## Pages whose check is due", ""]
    lines += list(_due_pages(guide, today, pages)) or ["None."]
    return "\n".join(lines) + "\n"


def _due_pages(guide: Guide, today: dt.date, pages: Iterable[Page]) -> Iterator[str]:
    """Pages past the day of their next check, the longest overdue first, with the sources to read again."""
    due: list[tuple[dt.date, str, list[str]]] = []
    rendered = RenderedPages(guide, pages, MACROS)
    for page in rendered:
        old = [source for source in rendered.sources(page) if today > next_check(source)]
        if first := next_check_due(old):
            due.append((first, page.shown, [source.id for source in old]))
    for day, shown, ids in sorted(due)[:MOST_LINES]:
        more = f" and {len(ids) - MOST_IDS} more" if len(ids) > MOST_IDS else ""
        names = ", ".join(map(code, ids[:MOST_IDS]))
        yield f"- {code(shown)}: due since {spoken_date(day)}. Read again: {names}{more}."


def _lines(found: list[Ageing]) -> Iterator[str]:
    for figures in found[:MOST_LINES]:
        first = code(figures.keys[0])
        rows = f"{first} and {len(figures.keys) - 1} more" if len(figures.keys) > 1 else first
        place = code(f"data/{figures.table.file}:{figures.line}")
        months = shelf_life_in_months(figures.table.name)
        yield (
            f"- {place}: {rows}, of {spoken_period(figures.period)}. Fresh for {months} months, "
            f"until {spoken_date(figures.fresh_until)}."
        )
    if len(found) > MOST_LINES:
        yield f"- And {len(found) - MOST_LINES} more dates."
