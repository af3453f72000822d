"""Where marks stand in pictures. Positions are percent of the width, so that a picture fits any screen unscaled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from . import pay
from .freshness import spoken_period
from .loading import Guide
from .models import LoopReport
from .rendering import short_dollars, span

LEFT, RIGHT = 2.0, 94.0
LANE_HEIGHT, ROW_HEAD, ROW_GAP = 22, 24, 10
# What the longest label takes of the narrowest picture (288 pixels), in percent.
LABEL_ROOM, ROUNDS_LABEL_ROOM = 40, 10


@dataclass(frozen=True)
class Tick:
    """A line of the scale: position in percent, and its label."""

    at: float
    label: str


@dataclass(frozen=True)
class Lane:
    """One source's mark in a row. `shape` names the form; `low` to `high` is a bar, `at` a point, in percent.

    `amounts` is what the table under the picture says, where the label says less."""

    shape: str
    name: str
    label: str
    y: int
    low: float
    at: float
    high: float
    amounts: str = ""
    label_room: float = LABEL_ROOM

    @property
    def label_at(self) -> float:
        """Where the label starts (or ends, if the mark stands in the right part)."""
        return self.low if self.label_is_left else self.high

    @property
    def label_is_left(self) -> bool:
        """Whether the label stands left of the mark: the right has no room on a phone, and the left has more."""
        room_right = 100 - self.high
        return room_right < self.label_room and self.low > room_right


@dataclass(frozen=True)
class ChartRow:
    """One level: its headline, and a lane for each source."""

    level: int
    title: str
    y: int
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class Legend:
    """A shape and what it stands for."""

    shape: str
    name: str


@dataclass(frozen=True)
class Chart:
    """A picture ready to draw; `height` in pixels, widths in percent."""

    key: str
    title: str
    description: str
    ticks: tuple[Tick, ...]
    rows: tuple[ChartRow, ...]
    lanes: tuple[Lane, ...]
    legend: tuple[Legend, ...]
    height: int
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Scale:
    """Maps 0 to `top` onto the drawing width."""

    top: float

    def at(self, value: float) -> float:
        """The position of `value`, in percent."""
        return round(LEFT + (RIGHT - LEFT) * value / self.top, 2)

    def ticks(self, step: float, label: object) -> tuple[Tick, ...]:
        """A tick at each step; `label` makes its text."""
        values = [step * index for index in range(int(self.top / step) + 1)]
        return tuple(Tick(self.at(value), label(value)) for value in values)  # type: ignore[operator]


@dataclass(frozen=True)
class Mark:
    """A datum before it is placed: dollars a year, low to high, and where the point stands."""

    shape: str
    series: str
    low: int
    at: int
    high: int
    source: str

    @property
    def label(self) -> str:
        """The amounts in thousands, short enough for a phone: of a spread the point, of a range both ends."""
        if self.low == self.high or self.shape == "spread":
            return short_dollars(self.at)
        return f"{short_dollars(self.low)} to {short_dollars(self.high)}"

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
    scale = _pay_scale(by_level, 1_000_000 if metric == "total" else 600_000)
    rows, y = [], 34
    for level, marks in sorted(by_level.items()):
        lanes = tuple(
            _lane(mark, scale, y + ROW_HEAD + index * LANE_HEIGHT)
            for index, mark in enumerate(marks)
        )
        rows.append(ChartRow(level, _level_title(guide, level), y, lanes))
        y += ROW_HEAD + len(marks) * LANE_HEIGHT + ROW_GAP
    marks = [mark for of_level in by_level.values() for mark in of_level]
    legend = {mark.series: Legend(mark.shape, mark.series) for mark in marks}
    what = "Total pay" if metric == "total" else "Base pay"
    return Chart(
        key=f"{track}-{metric}",
        title=f"{what} a year by level, {pay.TRACK_LABEL[track]}",
        description=_pay_description(by_level, what),
        ticks=scale.ticks(200_000, _tick_label),
        rows=tuple(rows),
        lanes=tuple(lane for row in rows for lane in row.lanes),
        legend=tuple(legend.values()),
        height=y,
        sources=tuple(dict.fromkeys(mark.source for mark in marks)),
    )


def _pay_scale(by_level: dict[int, list[Mark]], least: int) -> Scale:
    """Up to `least` dollars, or as many steps further as the highest mark needs."""
    highest = max((mark.high for marks in by_level.values() for mark in marks), default=0)
    return Scale(top=max(least, -(-highest // 200_000) * 200_000))


def _tick_label(value: float) -> str:
    """`$0`, `$200K`, `$1M`: short enough to stand beside its neighbours on a phone."""
    return (
        "$0"
        if not value
        else f"${value / 1_000_000:g}M"
        if value >= 1_000_000
        else f"${value / 1000:.0f}K"
    )


def _lane(mark: Mark, scale: Scale, y: int) -> Lane:
    return Lane(
        mark.shape,
        mark.series,
        mark.label,
        y,
        scale.at(mark.low),
        scale.at(mark.at),
        scale.at(mark.high),
        mark.amounts,
    )


def _level_title(guide: Guide, level: int) -> str:
    row = guide["levels"].get(str(level))
    return f"Level {level}" + (f", {row.band}" if row else "")


def _marks_by_level(guide: Guide, track: str, metric: str) -> dict[int, list[Mark]]:
    by_level: dict[int, list[Mark]] = {}
    for level, row in pay.newest_observations(guide, track, metric).items():
        series = f"Levels.fyi {row.statistic}, {spoken_period(row.as_of)}"
        by_level.setdefault(level, []).append(
            Mark("dot", series, row.value, row.value, row.value, row.source)
        )
    for level, cell in pay.aggregates(guide, pay.AGGREGATE_TITLE[track], metric).items():
        low, high = cell.p25 or cell.median, cell.p75 or cell.median
        series = "Self-reports 2017 to 2021: median and middle half"
        by_level.setdefault(level, []).append(
            Mark("spread", series, low, cell.median, high, cell.source)
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
            by_level[row.level].append(Mark("range", series, low, low, high, row.source))


def _add_article(guide: Guide, by_level: dict[int, list[Mark]], track: str, metric: str) -> None:
    for row in guide["article-figures"].values():
        if (row.track, row.metric) != (track, metric) or row.level is None:
            continue
        marks = by_level.setdefault(row.level, [])
        marks.append(
            Mark(
                "cross", "The article, as printed", row.low, row.high, row.high, "reviewed-article"
            )
        )
        if row.restated_per_year:
            value = row.restated_per_year
            series = "The article's own inputs, restated for one year"
            marks.append(Mark("diamond", series, value, value, value, "reviewed-article"))


def _pay_description(by_level: dict[int, list[Mark]], what: str) -> str:
    levels = sorted(by_level)
    evidence = [
        mark.at for marks in by_level.values() for mark in marks if mark.shape in ("dot", "spread")
    ]
    article = [mark for marks in by_level.values() for mark in marks if mark.shape == "cross"]
    if not evidence:
        raise ValueError("the pay tables have no figure to draw")
    text = (
        f"{what} for levels {levels[0]} to {levels[-1]}. Evidence runs from {short_dollars(min(evidence))} "
        f"to {short_dollars(max(evidence))} a year."
    )
    return text + (
        f" The article's printed figure is {' and '.join(mark.label for mark in article)}."
        if article
        else ""
    )


ROUNDS_LEGEND = (
    Legend("dot", "One number"),
    Legend("range", "Lowest to highest"),
    Legend("cross", "The reviewed article or its site"),
)


def rounds_chart(reports: Iterable[LoopReport], guide: Guide) -> Chart:
    """Interviews in the loop as each source reports them, one lane a source. Raises ValueError without a count."""
    reports = [report for report in reports if report.rounds_low]
    if not reports:
        raise ValueError("loop-reports.yml has no number of interviews to draw")
    lowest = min(reports, key=lambda report: report.rounds_low or 0)
    scale = Scale(top=max(8, *(r.rounds_high or r.rounds_low or 0 for r in reports)))
    lanes = tuple(
        _rounds_lane(report, guide, scale, 46 + index * 44) for index, report in enumerate(reports)
    )
    return Chart(
        key="rounds",
        title="Interviews in the loop, by source",
        description=f"{len(lanes)} sources; the lowest count is {span(lowest.rounds_low, lowest.rounds_high)}.",
        ticks=scale.ticks(1, lambda value: f"{value:.0f}"),
        rows=(),
        lanes=lanes,
        legend=ROUNDS_LEGEND,
        height=34 + 44 * len(lanes),
        sources=(),
    )


def _rounds_description(reports: list[LoopReport]) -> str:
    known = [n for report in reports for n in (report.rounds_low, report.rounds_high) if n]
    return f"{len(reports)} reports, from {min(known)} to {max(known)} interviews."


def _rounds_lane(report: LoopReport, guide: Guide, scale: Scale, y: int) -> Lane:
    low, high = report.rounds_low or 0, report.rounds_high or report.rounds_low or 0
    source = guide.sources[report.source]
    # A year is all that fits on a phone; the table of reports has the day.
    name = (
        f"{source.publisher}, {report.reported_on[:4] if report.reported_on else 'no date shown'}"
    )
    shape = "cross" if source.grade == "one-article-only" else "dot" if low == high else "range"
    ends = scale.at(low), scale.at(low), scale.at(high)
    label = span(low, high) + (" (PMM)" if report.track == "pmm" else "")
    return Lane(shape, name, label, y, *ends, label_room=ROUNDS_LABEL_ROOM)
