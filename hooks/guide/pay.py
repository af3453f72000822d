"""Questions that pages ask of the pay tables. Amounts are US dollars; a grant is never added to a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from .loading import Guide
from .models import ArticleFigure, Guideline, Level, Observation, PayAggregate, PostedRange
from .problems import UnknownName
from .rendering import dollars

REPORTS_PERIOD = "2017/2021"
AGGREGATE_TITLE = {"pm": "product-manager", "pmm": "marketing"}
TRACK_LABEL = {
    "pm": "product managers",
    "pmm": "marketing, all roles (no PMM-only figures by level exist)",
}
REGION_LABEL = {
    "us": "US",
    "us-main": "US, main range",
    "us-sf-nyc": "San Francisco and New York",
    "worldwide": "Worldwide",
}
PER_LABEL = {
    "year": "a year",
    "four-year-grant": "over a four-year grant",
    "five-year-grant": "over a five-year grant",
    "once": "once",
    "year-plus-four-year-grant": "one year of base plus four years of stock",
    "unstated": "period not stated",
}
YEARS_OF_GRANT = {"four-year-grant": 4, "five-year-grant": 5}
STATISTIC_LABEL = {
    "median": "median",
    "average": "average",
    "highest": "highest reported",
    "guideline-bottom": "bottom of a leaked guideline",
    "guideline-top": "top of a leaked guideline",
    "p10": "10th percentile",
    "p25": "lower quartile",
    "p75": "upper quartile",
    "p90": "90th percentile",
    "range": "range",
}


@dataclass(frozen=True)
class Figure:
    """One figure as a sentence needs it. `amount` is text; `n` is None where no sample size was published."""

    amount: str
    per: str
    statistic: str
    table: str
    as_of: str
    n: int | None
    source: str


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


@dataclass(frozen=True)
class TrackPair:
    """The same level in both titles of the 2017 to 2021 reports."""

    level: int
    pm: PayAggregate
    marketing: PayAggregate

    @property
    def difference_percent(self) -> float:
        """Marketing median against PM median, in percent."""
        return (self.marketing.median / self.pm.median - 1) * 100


@dataclass(frozen=True)
class CeilingStep:
    """One part of the most that the guidelines allow, in dollars a year."""

    what: str
    how: str
    amount: int


@dataclass(frozen=True)
class Ceiling:
    """All parts, and their sum as the last step."""

    steps: tuple[CeilingStep, ...]


def find_figure(guide: Guide, row_id: str, statistic: str) -> Figure:
    """The figure with this id in any pay table. Raises UnknownName with the near ids or statistics."""
    for table in ("compensation", "pay-aggregates", "posted-ranges"):
        if row_id in guide[table]:
            row = guide[table][row_id]
            return (
                _aggregate_figure(row, statistic)
                if isinstance(row, PayAggregate)
                else _single_figure(row, table)
            )
    known = [
        key for table in ("compensation", "pay-aggregates", "posted-ranges") for key in guide[table]
    ]
    raise UnknownName("figure", row_id, known)


def _single_figure(row: Observation | PostedRange, table: str) -> Figure:
    if isinstance(row, PostedRange):
        amount = f"{dollars(row.low)} to {dollars(row.high)}"
        return Figure(amount, PER_LABEL[row.per], "range", table, row.as_of, None, row.source)
    if row.unit == "reports":
        return Figure(str(row.value), "", f"of {row.n} reports", table, row.as_of, None, row.source)
    statistic = STATISTIC_LABEL[row.statistic]
    return Figure(
        dollars(row.value), PER_LABEL[row.per], statistic, table, row.as_of, row.n, row.source
    )


def _aggregate_figure(row: PayAggregate, statistic: str) -> Figure:
    values = {name: getattr(row, name) for name in ("p10", "p25", "median", "p75", "p90")}
    if values.get(statistic) is None:
        raise UnknownName(
            f"statistic of '{row.id}':",
            statistic,
            [name for name, value in values.items() if value],
        )
    label = STATISTIC_LABEL[statistic]
    return Figure(
        dollars(values[statistic]),
        PER_LABEL[row.per],
        label,
        "pay-aggregates",
        row.period,
        row.n,
        row.source,
    )


def levels_by_band(guide: Guide) -> list[tuple[str, list[Level]]]:
    """Levels in order, grouped by band."""
    levels = sorted(guide["levels"].values(), key=lambda row: row.level)
    return [(band, list(rows)) for band, rows in groupby(levels, key=lambda row: row.band)]


def aggregates(guide: Guide, title: str, metric: str) -> dict[int, PayAggregate]:
    """US aggregates of 2017 to 2021 for one title and metric, by single level."""
    return {
        int(row.level): row
        for row in guide["pay-aggregates"].values()
        if (row.title, row.metric, row.region, row.period) == (title, metric, "us", REPORTS_PERIOD)
        and row.level.isdigit()
    }


def newest_observations(guide: Guide, track: str, metric: str) -> dict[int, Observation]:
    """The newest published median or average by level, US, a year."""
    rows = [
        row
        for row in guide["compensation"].values()
        if (row.track, row.metric, row.region, row.per) == (track, metric, "us", "year")
        and row.level is not None
        and row.statistic in ("median", "average")
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
            level, "Levels.fyi", amounts, total.n, "compensation", total.as_of, total.source
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
        )


def track_pairs(guide: Guide) -> list[TrackPair]:
    """Levels that both titles have, in order."""
    pm, marketing = (aggregates(guide, title, "total") for title in AGGREGATE_TITLE.values())
    return [
        TrackPair(level, pm[level], marketing[level])
        for level in sorted(pm.keys() & marketing.keys())
    ]


def ceiling(row: Guideline) -> Ceiling:
    """The most that the guidelines allow for one year at a level, main range, without a sign-on."""
    base, percent = row.main_base_per_year_high, row.bonus_percent_of_base_high
    grant = row.on_hire_stock_per_four_year_grant_high
    if base is None or percent is None or grant is None:
        raise ValueError(f"offer-guidelines.csv has no complete top for level {row.level}")
    bonus, stock = base * percent // 100, grant // YEARS_OF_GRANT["four-year-grant"]
    steps = (
        CeilingStep("Base", "top of the main range", base),
        CeilingStep("Cash bonus", f"{percent} % of that base", bonus),
        CeilingStep(
            "On-hire stock",
            f"a quarter of {dollars(grant)}, since the grant vests over four years",
            stock,
        ),
        CeilingStep("Sum", "base, bonus and one year of stock", base + bonus + stock),
    )
    return Ceiling(steps)


def article_label(row: ArticleFigure) -> str:
    """`Senior PM, level 64: base`."""
    track = {"pm": "PM", "pmm": "PMM", "both": "PM and PMM"}[row.track]
    return f"{track}, {f'level {row.level}' if row.level else 'senior'}: {row.metric}"


def article_amount(row: ArticleFigure) -> str:
    """The article's figure with what it is per."""
    amount = (
        dollars(row.low) if row.low == row.high else f"{dollars(row.low)} to {dollars(row.high)}"
    )
    return f"{amount}, {PER_LABEL[row.per]}"


def restated_per_year(base: ArticleFigure, grant: ArticleFigure) -> int:
    """One year of base plus one year of a four-year grant."""
    return base.low + grant.low // YEARS_OF_GRANT["four-year-grant"]
