"""A chart of pay by level, with the article's figures marked."""

from __future__ import annotations

from ...facts import pay
from ...facts.wording import plural, short_dollars
from ...rows.loading import Guide
from .drawing import RIGHT, Chart, ChartRow, Lane, Legend, Scale
from .pay_marks import ARTICLE, Mark, marks_by_level

LANE_HEIGHT, ROW_GAP, ROW_LEAST = 22, 8, 40
# Where the lanes begin, in percent: the level and its band are left of them.
LEFT_OF_LANES = 22.0
STEP = 200_000
# A level that stretches the scale by this factor all by itself goes into a note. With few levels, each is shown.
STRETCH, FEW = 1.5, 4


def pay_chart(guide: Guide, track: str, metric: str) -> Chart:
    """Pay by level: what each source says, with the article's figures marked."""
    by_level = marks_by_level(guide, track, metric)
    scale = _pay_scale(by_level)
    rows, height = _rows(guide, by_level, scale)
    marks = [mark for of_level in by_level.values() for mark in of_level]
    legend = {mark.series: Legend(mark.shape, mark.series) for mark in marks}
    what = "Total pay" if metric == "total" else "Base pay"
    return Chart(
        key=f"{track}-{metric}",
        title=f"{what} a year by level, {pay.TRACK_LABEL[track]}",
        description=_pay_description(by_level, what),
        ticks=scale.ticks(STEP, _tick_label),
        rows=rows,
        lanes=tuple(lane for row in rows for lane in row.lanes),
        legend=tuple(legend.values()),
        height=height,
        sources=tuple(dict.fromkeys(mark.source for mark in marks)),
        made_from=tuple(mark.row for mark in marks),
        note=_note(by_level, scale),
    )


def _rows(
    guide: Guide, by_level: dict[int, list[Mark]], scale: Scale
) -> tuple[tuple[ChartRow, ...], int]:
    """A row for each level from the top down, and the height of the picture in pixels."""
    rows, y = [], 30
    for level, marks in sorted(by_level.items()):
        lanes = tuple(
            _lane(mark, scale, y + 16 + index * LANE_HEIGHT) for index, mark in enumerate(marks)
        )
        rows.append(ChartRow(level, _band(guide, level), y, lanes))
        y += max(ROW_LEAST, len(marks) * LANE_HEIGHT + 10) + ROW_GAP
    return tuple(rows), y


def _pay_scale(by_level: dict[int, list[Mark]]) -> Scale:
    """As many steps as the evidence needs, without a level so far above the others that it would squeeze them."""
    ends = [
        max((mark.high for mark in marks if mark.source != ARTICLE), default=0)
        for marks in by_level.values()
    ]
    ends.sort()
    while len(ends) >= FEW and ends[-1] >= ends[-2] * STRETCH:
        ends.pop()
    highest = max(ends, default=0)
    return Scale(top=max(STEP, -(-highest // STEP) * STEP), left=LEFT_OF_LANES)


def _note(by_level: dict[int, list[Mark]], scale: Scale) -> str:
    """What an arrow at the edge means: `Beyond the scale: $816K at level 68 (Levels.fyi average, June 2026).`"""
    beyond = [
        f"{mark.label} at level {level} ({mark.series})"
        for level, marks in sorted(by_level.items())
        for mark in marks
        if mark.high > scale.top
    ]
    return f"Beyond the scale: {'; '.join(beyond)}." if beyond else ""


def _tick_label(value: float) -> str:
    """`$0`, `$200K`, `$1M`: short enough to fit beside its neighbors on a phone."""
    return (
        "$0"
        if not value
        else f"${value / 1_000_000:g}M"
        if value >= 1_000_000
        else f"${value / 1000:.0f}K"
    )


def _lane(mark: Mark, scale: Scale, y: int) -> Lane:
    if mark.high > scale.top:
        ends = RIGHT, RIGHT, RIGHT
        return Lane("beyond", mark.series, mark.caption, y, *ends, mark.amounts, series=mark.shape)
    return Lane(
        mark.shape,
        mark.series,
        mark.caption,
        y,
        scale.at(mark.low),
        scale.at(mark.at),
        scale.at(mark.high),
        mark.amounts,
    )


def _band(guide: Guide, level: int) -> str:
    row = guide["levels"].get(str(level))
    return row.band if row else ""


def _pay_description(by_level: dict[int, list[Mark]], what: str) -> str:
    levels = sorted(by_level)
    marks = [
        (mark.at, level)
        for level, of_level in by_level.items()
        for mark in of_level
        if mark.shape in ("dot", "ring", "spread")
    ]
    article = [mark for of_level in by_level.values() for mark in of_level if mark.shape == "cross"]
    if not marks:
        raise ValueError("the pay tables have no figure to draw")
    (low, lowest), (high, highest) = min(marks), max(marks)
    text = (
        f"{what} for levels {levels[0]} to {levels[-1]}: {plural(len(marks), 'figure')}, from {short_dollars(low)} "
        f"a year at level {lowest} to {short_dollars(high)} at level {highest}."
    )
    return text + (
        f" One article prints {' and '.join(mark.label for mark in article)}." if article else ""
    )
