"""The figures that the chart of pay by level shows, before they are placed."""

from __future__ import annotations

from dataclasses import dataclass

from ...facts import pay
from ...facts.freshness import spoken_period
from ...facts.wording import short_dollars
from ...rows.loading import Guide
from ...rows.models import Row

ARTICLE = "reviewed-article"


@dataclass(frozen=True)
class Mark:
    """A mark before it is placed: dollars a year, low to high, and the point."""

    shape: str
    series: str
    low: int
    at: int
    high: int
    source: str
    row: Row

    @property
    def label(self) -> str:
        """The amounts in thousands, short enough for a phone: the point of a spread, both ends of a range."""
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


def marks_by_level(guide: Guide, track: str, metric: str) -> dict[int, list[Mark]]:
    """The marks of each level, in dollars a year: the newest figures, old reports, guidelines, and the article's."""
    by_level: dict[int, list[Mark]] = {}
    for level, row in pay.newest_observations(guide, track, metric).items():
        series = f"Levels.fyi {pay.STATISTIC_LABEL[row.statistic]}, {spoken_period(row.as_of)}"
        shape = "ring" if row.statistic == "not-stated" else "dot"
        by_level.setdefault(level, []).append(
            Mark(shape, series, row.value, row.value, row.value, row.source, row)
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
