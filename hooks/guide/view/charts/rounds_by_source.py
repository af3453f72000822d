"""A chart of interviews in the loop, by source."""

from __future__ import annotations

from collections.abc import Iterable

from ...facts.wording import plural, span
from ...rows.loading import Guide
from ...rows.models import LoopReport
from .drawing import Chart, Lane, Legend, Scale

# The width of the longest label in the narrowest chart (288 pixels), in percent.
LABEL_WIDTH = 10
ROUNDS_LEGEND = (
    Legend("dot", "One number"),
    Legend("range", "Lowest to highest"),
    Legend("cross", "One article or its site"),
)


def rounds_chart(reports: Iterable[LoopReport], guide: Guide) -> Chart:
    """Interviews in the loop as each source reports them, one lane a source. Raises ValueError without a count."""
    reports = [report for report in reports if report.rounds_low]
    if not reports:
        raise ValueError("loop-reports.yml has no number of interviews to draw")
    scale = Scale(top=max(8, *(r.rounds_high or r.rounds_low or 0 for r in reports)))
    lanes = tuple(
        _rounds_lane(report, guide, scale, 46 + index * 44) for index, report in enumerate(reports)
    )
    return Chart(
        key="rounds",
        title="Interviews in the loop, by source",
        description=_rounds_description(reports),
        ticks=scale.ticks(1, lambda value: f"{value:.0f}"),
        rows=(),
        lanes=lanes,
        legend=ROUNDS_LEGEND,
        height=34 + 44 * len(lanes),
        sources=(),
        made_from=tuple(reports),
    )


def _rounds_description(reports: list[LoopReport]) -> str:
    known = [n for report in reports for n in (report.rounds_low, report.rounds_high) if n]
    return f"{plural(len(reports), 'report')}, from {min(known)} to {max(known)} interviews."


def _rounds_lane(report: LoopReport, guide: Guide, scale: Scale, y: int) -> Lane:
    low, high = report.rounds_low or 0, report.rounds_high or report.rounds_low or 0
    source = guide.sources[report.source]
    # A year is all that fits on a phone; the table of reports has the day.
    name = f"{source.speaker}, {report.reported_on[:4] if report.reported_on else 'no date shown'}"
    shape = "cross" if source.grade == "one-article-only" else "dot" if low == high else "range"
    ends = scale.at(low), scale.at(low), scale.at(high)
    label = span(low, high) + (" (PMM)" if report.track == "pmm" else "")
    return Lane(shape, name, label, y, *ends, label_width=LABEL_WIDTH)
