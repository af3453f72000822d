"""Pay by level as a picture, with the article's figures marked."""

from __future__ import annotations

from dataclasses import dataclass

from ...facts import pay
from ...facts.freshness import spoken_period
from ...facts.wording import plural, short_dollars
from ...rows.loading import Guide
from ...rows.models import Row
from .drawing import RIGHT, Chart, ChartRow, Lane, Legend, Scale

ARTICLE = "reviewed-article"
LANE_HEIGHT, ROW_GAP, ROW_LEAST = 22, 8, 40
# Where the lanes begin, in percent: the level and its band are left of them.
LEFT_OF_LANES = 22.0
STEP = 200_000
# A level that alone stretches the scale by this factor goes into a note. With few levels, each is shown.
STRETCH, FEW = 1.5, 4


@dataclass(frozen=True)
class Mark:
    """A datum before it is placed: dollars a year, low to high, and where the point is."""

    shape: str
    series: str
    low: int
    at: int
    high: int
    source: str
    row: Row

    @property
    def label(self) -> str:
        """The amounts in thousands, short enough for a phone: of a spread the point, of a range both ends."""
        if self.low == self.high or self.shape == "spread":
            return short_dollars(self.at)
        return f"{short_dollars(self.low)} to {short_dollars(self.high)}"

    @property
    def caption(self) -> str:
        """The label beside the mark, short because a phone has no room for more: `$145–218K`."""
        low, to, high = self.label.partition(" to ")
        return low.removesuffix("K") + "–" + high.removeprefix("$") if to else low

    @property
    def amounts(self) -> str:
        """All the amounts in thousands, for the table under the picture."""
        ends = f"{short_dollars(self.low)} to {short_dollars(self.high)}"
        return (
            f"{self.label} ({ends})"
            if self.shape == "spread" and self.low != self.high
            else self.label
        )


def pay_chart(guide: Guide, track: str, metric: str) -> Chart:
    """Pay by level: what each source says, with the article's figures marked."""
    by_level = _marks_by_level(guide, track, metric)
    scale = _pay_scale(by_level)
    rows, y = [], 30
    for level, marks in sorted(by_level.items()):
        lanes = tuple(
            _lane(mark, scale, y + 16 + index * LANE_HEIGHT) for index, mark in enumerate(marks)
        )
        rows.append(ChartRow(level, _band(guide, level), y, lanes))
        y += max(ROW_LEAST, len(marks) * LANE_HEIGHT + 10) + ROW_GAP
    marks = [mark for of_level in by_level.values() for mark in of_level]
    legend = {mark.series: Legend(mark.shape, mark.series) for mark in marks}
    what = "Total pay" if metric == "total" else "Base pay"
    return Chart(
        key=f"{track}-{metric}",
        title=f"{what} a year by level, {pay.TRACK_LABEL[track]}",
        description=_pay_description(by_level, what),
        ticks=scale.ticks(STEP, _tick_label),
        rows=tuple(rows),
        lanes=tuple(lane for row in rows for lane in row.lanes),
        legend=tuple(legend.values()),
        height=y,
        sources=tuple(dict.fromkeys(mark.source for mark in marks)),
        made_from=tuple(mark.row for mark in marks),
        note=_note(by_level, scale),
    )


def _pay_scale(by_level: dict[int, list[Mark]]) -> Scale:
    """As many steps as the evidence needs. One level far above the others would press them all together."""
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
        return Lane("beyond", mark.series, mark.caption, y, RIGHT, RIGHT, RIGHT, mark.amounts)
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


def _marks_by_level(guide: Guide, track: str, metric: str) -> dict[int, list[Mark]]:
    by_level: dict[int, list[Mark]] = {}
    for level, row in pay.newest_observations(guide, track, metric).items():
        series = f"Levels.fyi {pay.STATISTIC_LABEL[row.statistic]}, {spoken_period(row.as_of)}"
        by_level.setdefault(level, []).append(
            Mark("dot", series, row.value, row.value, row.value, row.source, row)
        )
    for level, cell in pay.aggregates(guide, pay.AGGREGATE_TITLE[track], metric).items():
        low, high = (
            (cell.p25 or cell.median, cell.p75 or cell.median)
            if pay.has_spread(cell.n)
            else (cell.median, cell.median)
        )
        series = "Self-reports 2017 to 2021: median and middle half"
        by_level.setdefault(level, []).append(
            Mark("spread", series, low, cell.median, high, cell.source, cell)
        )
    if metric == "base":
        _add_guidelines(guide, by_level)
    _add_article(guide, by_level, track, metric)
    return by_level


def _add_guidelines(guide: Guide, by_level: dict[int, list[Mark]]) -> None:
    for row in guide["offer-guidelines"].values():
        low, high = row.main_base_per_year_low, row.main_base_per_year_high
        if row.level in by_level and low and high:
            series = "Engineering guideline May 2025, main range"
            by_level[row.level].append(Mark("range", series, low, low, high, row.source, row))


def _add_article(guide: Guide, by_level: dict[int, list[Mark]], track: str, metric: str) -> None:
    for row in guide["article-figures"].values():
        if (row.track, row.metric) != (track, metric) or row.level is None:
            continue
        marks = by_level.setdefault(row.level, [])
        marks.append(
            Mark("cross", "One article, as printed", row.low, row.high, row.high, ARTICLE, row)
        )
        if row.restated_per_year:
            value = row.restated_per_year
            series = "Its own inputs, restated for one year"
            marks.append(Mark("diamond", series, value, value, value, ARTICLE, row))


def _pay_description(by_level: dict[int, list[Mark]], what: str) -> str:
    levels = sorted(by_level)
    marks = [
        (mark.at, level)
        for level, of_level in by_level.items()
        for mark in of_level
        if mark.shape in ("dot", "spread")
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
