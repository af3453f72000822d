"""Macros about interview loops."""

from __future__ import annotations

from markupsafe import Markup

from ...facts.wording import plural, span
from ...rows.models import LoopReport
from ..charts import rounds_chart
from ..context import Context
from .evidence import choice
from .tables import dated, table

TRACKS = ("pm", "pmm")


def rounds(context: Context, report_id: str) -> Markup:
    """Inline. How many interviews one source reports: `2 to 4 interviews`, with its mark."""
    report = context.guide["loop-reports"][report_id]
    if report.rounds_low is None:
        raise ValueError(f"the loop report '{report_id}' gives no number of rounds")
    count = span(report.rounds_low, report.rounds_high)
    noun = plural(report.rounds_high or report.rounds_low, "interview").split()[-1]
    return context.render("statement.html", text=f"{count} {noun}", sources=[report.source])


def loop_stages(context: Context, *, track: str) -> Markup:
    """Block. The stages of a loop in order: minutes, who is there, what is evaluated, how to prepare."""
    choice("track", track, TRACKS)
    stages = [row for row in context.guide["loops"].values() if row.track == track]
    if not stages:
        raise ValueError(f"data/loops.yml has no stage for the track '{track}'")
    return context.render("loop_stages.html", stages=sorted(stages, key=lambda stage: stage.order))


def loop_reports(context: Context, *, track: str) -> Markup:
    """Block. What each source reports about the length of a loop, newest first, undated last."""
    choice("track", track, TRACKS)
    reports = _reports(context, track)
    rows = [
        [
            context.guide.sources[report.source].speaker,
            span(report.rounds_low, report.rounds_high),
            report.screens or "–",
            span(report.minutes_low, report.minutes_high),
            span(report.weeks_low, report.weeks_high),
            report.level or "–",
            report.note or "–",
            dated(context, "loop-reports", report.reported_on, report.source),
        ]
        for report in reports
    ]
    columns = [
        "Source",
        "Interviews",
        "Before the loop",
        "Minutes each",
        "Weeks",
        "For",
        "Note",
        "Reported",
    ]
    return table(
        context,
        f"What each source reports about the {track.upper()} loop",
        columns,
        rows,
        kind="reports",
        made_from=reports,
    )


def loop_comparison(context: Context) -> Markup:
    """Block. Number of interviews by source and date, for both tracks, as a picture and as a table."""
    reports = [row for track in TRACKS for row in _reports(context, track) if row.rounds_low]
    chart = rounds_chart(dict.fromkeys(reports), context.guide)
    rows = [[lane.name, lane.label] for lane in chart.lanes]
    data = table(
        context,
        "Interviews in the loop, by source",
        ["Source and date", "Interviews"],
        rows,
        made_from=(),
    )
    return context.render("rounds_chart.html", chart=chart, data=data)


def _reports(context: Context, track: str) -> list[LoopReport]:
    rows = [
        row for row in context.guide["loop-reports"].values() if row.track in (track, "all-roles")
    ]
    return sorted(rows, key=lambda row: row.reported_on or "", reverse=True)
