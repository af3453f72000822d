"""Nothing was published, reported or read after today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import period_end
from ....rows.problems import Problem

DATE_FIELDS = ("retrieved", "published", "as_of", "reported_on", "period", "date")


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Tomorrow is allowed: it is already tomorrow somewhere. A year or month counts from its first day."""
    latest = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)
    for rows in guide.tables.values():
        fields = [name for name in DATE_FIELDS if name in rows.table.fields]
        for row, place in rows.with_places():
            for name in fields:
                value = getattr(row, name)
                if value and _first_day(value) > latest:
                    yield rows.problem(
                        row, place, name, f"'{value}' is in the future. Write the day it was read."
                    )


def _first_day(value: dt.date | str) -> dt.date:
    if isinstance(value, dt.date):
        return value
    last = value.split("/")[-1]
    return dt.date.fromisoformat((last + "-01-01")[:10]) if len(last) < 10 else period_end(last)
