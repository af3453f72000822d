"""Pay and titles level by level. Amounts are US dollars a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ...rows.loading import Guide, Rows
from ...rows.models import Level, Observation, PayAggregate
from .samples import has_spread, is_shown

REPORTS_PERIOD = "2017/2021"
# The typical figure of the reports, whether or not its source says which statistic it is.
TYPICAL = ("median", "average", "not-stated")
AGGREGATE_TITLE = {"pm": "product-manager", "pmm": "marketing"}


@dataclass(frozen=True)
class PayLine:
    """One level as one source reports it; `amounts` are dollars a year by metric."""

    level: int
    basis: str
    amounts: dict[str, int]
    reports: int | None
    table: str
    period: str
    source: str
    row: Observation | PayAggregate


@dataclass(frozen=True)
class TrackPair:
    """The same level or band, in the same year, in both titles of the old reports."""

    level: str
    year: str
    pm: PayAggregate
    marketing: PayAggregate

    @property
    def levels(self) -> str:
        """`Level 62`, `Levels 61 and 62`, `Levels 65 to 67`."""
        first, _, last = self.level.partition("-")
        if not last:
            return f"Level {first}"
        return f"Levels {first} {'and' if int(last) == int(first) + 1 else 'to'} {last}"

    @property
    def difference_percent(self) -> int:
        """Marketing median against PM median, in whole percent."""
        return round((self.marketing.median / self.pm.median - 1) * 100)


def levels_by_band(guide: Guide) -> list[tuple[str, list[Level]]]:
    """Levels in order, grouped by band."""
    levels = sorted(guide["levels"].values(), key=lambda row: row.level)
    return [(band, list(rows)) for band, rows in groupby(levels, key=lambda row: row.band)]


def aggregates(guide: Guide, title: str, metric: str) -> dict[int, PayAggregate]:
    """US aggregates of 2017 to 2021 for one title and metric, by single level, if there are enough reports."""
    return guide["pay-aggregates"].once(_shown_by_level).get((title, metric), {})


def _shown_by_level(rows: Rows[PayAggregate]) -> dict[tuple[str, str], dict[int, PayAggregate]]:
    """By title and metric: the aggregate of each level that has enough reports."""
    found: dict[tuple[str, str], dict[int, PayAggregate]] = {}
    for row in rows.values():
        of_period = (row.region, row.period) == ("us", REPORTS_PERIOD)
        if of_period and row.level.isdigit() and is_shown(row.n):
            found.setdefault((row.title, row.metric), {})[int(row.level)] = row
    return found


def newest_observations(guide: Guide, track: str, metric: str) -> dict[int, Observation]:
    """The newest published average or median by level: US, per year."""
    rows = [
        row
        for row in guide["compensation"].values()
        if (row.track, row.metric, row.region, row.per) == (track, metric, "us", "year")
        and row.level is not None
        and row.statistic in TYPICAL
    ]
    return {row.level: row for row in sorted(rows, key=lambda row: row.as_of)}


def pay_lines(guide: Guide, track: str) -> list[PayLine]:
    """Every level of a track: the newest figures first, then the 2017 to 2021 reports."""
    lines = [*_newest_lines(guide, track), *_report_lines(guide, track)]
    return sorted(lines, key=lambda line: line.level)


def _newest_lines(guide: Guide, track: str) -> Iterator[PayLine]:
    by_metric = {
        metric: newest_observations(guide, track, metric)
        for metric in ("base", "stock", "bonus", "total")
    }
    for level, total in by_metric["total"].items():
        amounts = {metric: rows[level].value for metric, rows in by_metric.items() if level in rows}
        yield PayLine(
            level, "Levels.fyi", amounts, total.n, "compensation", total.as_of, total.source, total
        )


def _report_lines(guide: Guide, track: str) -> Iterator[PayLine]:
    by_metric = {
        metric: aggregates(guide, AGGREGATE_TITLE[track], metric)
        for metric in ("base", "stock", "bonus", "total")
    }
    for level, total in by_metric["total"].items():
        amounts = {
            metric: rows[level].median for metric, rows in by_metric.items() if level in rows
        }
        yield PayLine(
            level,
            "Self-reports, medians",
            amounts,
            total.n,
            "pay-aggregates",
            total.period,
            total.source,
            total,
        )


def track_pairs(guide: Guide) -> list[TrackPair]:
    """Medians of one level or band and one year, where both titles have enough reports to compare."""
    by_title = {
        title: {
            (row.level, row.period): row
            for row in guide["pay-aggregates"].values()
            if (row.title, row.metric, row.region) == (title, "total", "us")
            and row.level != "all"
            and "/" not in row.period
            and has_spread(row.n)
        }
        for title in AGGREGATE_TITLE.values()
    }
    pm, marketing = by_title.values()
    return [
        TrackPair(level, year, pm[level, year], marketing[level, year])
        for level, year in sorted(pm.keys() & marketing.keys())
    ]
