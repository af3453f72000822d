"""One pay figure by its id, for use in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from ...rows.loading import Guide
from ...rows.models import Observation, PayAggregate, PostedRange
from ...rows.problems import UnknownName
from ..wording import dollars
from .labels import PER_LABEL, STATISTIC_LABEL
from .samples import has_spread


@dataclass(frozen=True)
class Figure:
    """One figure for use in a sentence. `amount` is text; `n` is None where no sample size was published."""

    amount: str
    per: str
    statistic: str
    table: str
    as_of: str
    n: int | None
    source: str


def find_figure(guide: Guide, row_id: str, statistic: str) -> Figure:
    """The figure with this id in any pay table. Raises UnknownName, which suggests similar ids or statistics."""
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
    shown = ("p10", "p25", "median", "p75", "p90") if has_spread(row.n) else ("median",)
    values = {name: getattr(row, name) for name in shown}
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
