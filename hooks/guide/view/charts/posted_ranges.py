"""A chart of posted base ranges: PM beside PMM at each code, in both regions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...facts import pay
from ...facts.wording import plural, short_dollars
from ...rows.loading import Guide
from ...rows.models import PostedRange
from .drawing import Chart, Legend, Scale

LINE, GAP, TOP_MARGIN = 32, 16, 30
# Where the bars begin, in percent: the code is left of them.
LEFT_OF_BARS = 13.0
TOP, STEP = 350_000, 100_000
PLACES = {"us": "US", "us-sf-nyc": "SF, NYC"}
TRACK_NAMES = {"pm": "PM", "pmm": "PMM"}
LEGEND = (
    Legend("required", "US", tuple(TRACK_NAMES)),
    Legend("preferred", "San Francisco and New York", tuple(TRACK_NAMES)),
)


@dataclass(frozen=True)
class RangeBar:
    """One range: its track, its place, its ends in percent, and the label above it."""

    track: str
    region: str
    y: int
    low: float
    high: float
    label: str


@dataclass(frozen=True)
class CodeRow:
    """One code and its bars."""

    code: str
    y: int
    bars: tuple[RangeBar, ...]


def posted_chart(guide: Guide) -> tuple[Chart, tuple[CodeRow, ...]]:
    """The picture and its rows, one a code."""
    by_code: dict[str, list[PostedRange]] = {}
    for row in _ranges(guide):
        by_code.setdefault(row.code or "", []).append(row)
    scale, y, rows = Scale(top=TOP, left=LEFT_OF_BARS), TOP_MARGIN, []
    for code, ranges in sorted(by_code.items()):
        bars = tuple(_bar(row, scale, y + 12 + at * LINE) for at, row in enumerate(ranges))
        rows.append(CodeRow(code, y, bars))
        y += len(ranges) * LINE + GAP
    every = tuple(row for ranges in by_code.values() for row in ranges)
    chart = Chart(
        key="posted-base",
        title="Base a year in Microsoft's posts of fall 2025, by code",
        description=_description(guide, every),
        ticks=scale.ticks(STEP, short_dollars_of),
        rows=(),
        lanes=(),
        legend=LEGEND,
        height=y,
        sources=tuple(dict.fromkeys(row.source for row in every)),
        made_from=every,
    )
    return chart, tuple(rows)


def short_dollars_of(value: float) -> str:
    """A tick of the scale: `$200K`."""
    return short_dollars(int(value)) if value else "$0"


def _ranges(guide: Guide) -> Iterator[PostedRange]:
    """The nearest discipline of each track at a code, both places, PM first."""
    for track in TRACK_NAMES:
        for base in pay.nearest_bases(guide, track).values():
            yield from (base.us, base.metro)


def _bar(row: PostedRange, scale: Scale, y: int) -> RangeBar:
    field = ", field" if (row.discipline or "").startswith("Field") else ""
    ends = f"{short_dollars(row.low)} to {short_dollars(row.high)}"
    label = f"{TRACK_NAMES[row.track]}{field}, {PLACES[row.region]}: {ends}"
    return RangeBar(row.track, row.region, y, scale.at(row.low), scale.at(row.high), label)


def _description(guide: Guide, ranges: Sequence[PostedRange]) -> str:
    low, high = min(ranges, key=lambda row: row.low), max(ranges, key=lambda row: row.high)
    whole = (
        f"{plural(len(ranges), 'range')}, from {short_dollars(low.low)} at {low.code} to {short_dollars(high.high)} "
        f"at {high.code}."
    )
    sentences = [
        f"At {pair.code} the PMM range ends {pair.gap_percent} percent below the PM range."
        for pair in pay.posted_pairs(guide)
    ]
    return " ".join([whole, *sentences])
