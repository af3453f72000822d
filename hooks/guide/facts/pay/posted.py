"""Queries of the posted base ranges: current ones, PM beside PMM, and over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...rows.loading import Guide
from ...rows.models import PostedRange
from ...rows.models.base import period_end

# Ranges are compared within one collection of posts, so that both date from the same weeks.
COLLECTION = "posts-us-2025"
CODES = ("IC3", "IC4", "IC5", "IC6", "M5", "M6")
# The nearest discipline of a track comes first; the next is used where it has no post with the code.
DISCIPLINES = {
    "pm": ("Product Management",),
    "pmm": ("Product Marketing", "Field Product Marketing"),
}
# Disciplines whose posts print equal ranges at equal codes.
FAMILIES = {
    "engineering": ("Product Management", "Software Engineering"),
    "marketing": ("Product Marketing", "Field Product Marketing", "Integrated Marketing"),
}


@dataclass(frozen=True)
class PostedBase:
    """The ranges of one discipline and code, in both places, as one collection of posts prints them."""

    us: PostedRange
    metro: PostedRange

    @property
    def code(self) -> str:
        """The code as printed."""
        return self.us.code or ""


@dataclass(frozen=True)
class PostedPair:
    """PM and PMM at one code."""

    code: str
    pm: PostedBase
    pmm: PostedBase

    @property
    def gap_percent(self) -> int:
        """How far the PMM top lies below the PM top in the US range, in whole percent."""
        return round((1 - self.pmm.us.high / self.pm.us.high) * 100)


@dataclass(frozen=True)
class Edition:
    """One range of a code while it was in use, with every row that shows it."""

    code: str
    rows: tuple[PostedRange, ...]
    metro: PostedRange | None
    rise_percent: int | None

    @property
    def low(self) -> int:
        """The bottom of the US range."""
        return self.rows[0].low

    @property
    def high(self) -> int:
        """The top of the US range."""
        return self.rows[0].high

    @property
    def seen(self) -> str:
        """From the first day or year in which a post showed it to the last, as a period."""
        starts = sorted(row.as_of.partition("/")[0] for row in self.rows)
        ends = sorted((row.as_of.rpartition("/")[2] for row in self.rows), key=period_end)
        return starts[0] if starts[0] == ends[-1] else f"{starts[0]}/{ends[-1]}"


def posted_bases(guide: Guide, track: str) -> list[PostedBase]:
    """What the posts of a track print, by code and then by discipline. Raises ValueError if they print nothing."""
    found = [
        base
        for code in CODES
        for discipline in DISCIPLINES[track]
        if (base := _base(guide, discipline, code))
    ]
    if not found:
        raise ValueError(f"posted-ranges.csv has no range of the track '{track}' in {COLLECTION}")
    return found


def percent_of_range(value: int, posted: PostedRange) -> int:
    """How far up a range a value is, in whole percent: 0 at the bottom, 100 at the top."""
    return round((value - posted.low) / (posted.high - posted.low) * 100)


def nearest_bases(guide: Guide, track: str) -> dict[str, PostedBase]:
    """By code, what the discipline nearest to the track prints."""
    found: dict[str, PostedBase] = {}
    for base in posted_bases(guide, track):
        found.setdefault(base.code, base)
    return found


def posted_pairs(guide: Guide) -> list[PostedPair]:
    """The codes that posts of both tracks print."""
    pm, pmm = nearest_bases(guide, "pm"), nearest_bases(guide, "pmm")
    return [PostedPair(code, pm[code], pmm[code]) for code in CODES if code in pm and code in pmm]


def range_editions(guide: Guide, family: str) -> list[Edition]:
    """How the US range of each code moved, oldest first; codes that showed only one range are left out."""
    rows = [row for row in guide["posted-ranges"].values() if row.discipline in FAMILIES[family]]
    found: list[Edition] = []
    for code in CODES:
        of_code = [row for row in rows if row.code == code and row.region == "us"]
        ends = dict.fromkeys((row.high, row.low) for row in of_code)
        if len(ends) > 1:
            found += _editions(code, [of_code, rows], sorted(ends))
    return found


def _editions(
    code: str, rows: list[list[PostedRange]], ends: Iterable[tuple[int, int]]
) -> list[Edition]:
    of_code, all_rows = rows
    editions: list[Edition] = []
    for high, low in ends:
        shown = tuple(row for row in of_code if (row.high, row.low) == (high, low))
        rise = round((high / editions[-1].high - 1) * 100) if editions else None
        editions.append(Edition(code, shown, _metro_of(shown, all_rows), rise))
    return editions


def _metro_of(shown: Iterable[PostedRange], rows: list[PostedRange]) -> PostedRange | None:
    """The San Francisco and New York range of the same row of posts, which shares the start of its id."""
    ids = {f"{row.id}-sf-nyc" for row in shown}
    return next((row for row in rows if row.id in ids), None)


def _base(guide: Guide, discipline: str, code: str) -> PostedBase | None:
    rows = {
        row.region: row
        for row in guide["posted-ranges"].values()
        if (row.source, row.discipline, row.code) == (COLLECTION, discipline, code)
    }
    return PostedBase(rows["us"], rows["us-sf-nyc"]) if len(rows) == 2 else None
