"""How old facts are, measured from one fixed day so that two builds of one commit are identical."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ..rows.loading import Guide
from ..rows.models import Source, period_end
from ..rows.tables import TABLE_BY_NAME

# Not calendar.month_name, which follows the machine's locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# Pages that their owners edit are due twice a year; what was printed, posted or filed once is due every year.
EDITED_KINDS = (
    *("microsoft-page", "interview-guide", "question-bank", "adviser", "crowdsourced-pay"),
    *("company-handbook", "other-site", "reviewed-article", "same-author-site"),
)
EDITED_DAYS, FIXED_DAYS = 183, 365


def data_date(guide: Guide) -> dt.date:
    """The newest day on which a source was read."""
    return max((source.retrieved for source in guide.sources.values()), default=dt.date(1970, 1, 1))


def data_epoch(guide: Guide) -> int:
    """The newest day in the data as SOURCE_DATE_EPOCH counts it: seconds since 1970, UTC."""
    return int(dt.datetime.combine(data_date(guide), dt.time(), dt.UTC).timestamp())


def build_date(guide: Guide, environment: Mapping[str, str]) -> dt.date:
    """The day that counts as today: SOURCE_DATE_EPOCH (seconds) if set, else the newest day in the data."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else data_date(guide)


def last_checked(sources: list[Source]) -> dt.date | None:
    """The day since which every one of these sources has been read."""
    return min((source.retrieved for source in sources), default=None)


def next_check(source: Source) -> dt.date:
    """The day by which a source should be read again: soon if its page is edited, later if its text is fixed."""
    is_edited = source.kind in EDITED_KINDS
    return source.retrieved + dt.timedelta(days=EDITED_DAYS if is_edited else FIXED_DAYS)


def next_check_due(sources: list[Source]) -> dt.date | None:
    """The day by which the first of these sources should be read again."""
    return min((next_check(source) for source in sources), default=None)


def last_fresh_day(table: str, period: str | None) -> dt.date | None:
    """The last day on which a figure of `table` is fresh; None if it does not age or has no date."""
    shelf_life = TABLE_BY_NAME[table].shelf_life_days
    if shelf_life is None or period is None:
        return None
    return period_end(period) + dt.timedelta(days=shelf_life)


def is_stale(table: str, period: str | None, today: dt.date) -> bool:
    """Whether a figure of `table` is past its shelf life. False without a date."""
    fresh_until = last_fresh_day(table, period)
    return fresh_until is not None and today > fresh_until


def shelf_life_in_months(table: str) -> int:
    """The shelf life of a table's figures in whole months."""
    return round((TABLE_BY_NAME[table].shelf_life_days or 0) / 30.4)


def spoken_date(day: dt.date) -> str:
    """`November 23, 2026`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def spoken_period(period: str | None) -> str:
    """`May 2025`, `2017 to 2021`, `March 10, 2026`, `October 8 to 28, 2025`, or `no date shown`."""
    if not period:
        return "no date shown"
    first, _, last = period.partition("/")
    if len(first) == len(last) == len("2025-10-08") and first[:4] == last[:4]:
        return _spoken_days(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return " to ".join(_spoken_part(part) for part in period.split("/"))


def _spoken_days(first: dt.date, last: dt.date) -> str:
    """Two days of one year, with month and year written once where they are the same."""
    until = str(last.day) if first.month == last.month else f"{MONTHS[last.month - 1]} {last.day}"
    return f"{MONTHS[first.month - 1]} {first.day} to {until}, {last.year}"


def _spoken_part(part: str) -> str:
    if part.count("-") == 2:
        return spoken_date(dt.date.fromisoformat(part))
    year, *month = part.split("-")
    return f"{MONTHS[int(month[0]) - 1]} {year}" if month else year
