"""Macros about interview loops."""

from __future__ import annotations

from markupsafe import Markup

from ...facts.wording import plural, span
from ...rows.models import LoopReport, LoopStage
from ..charts import rounds_chart
from ..context import Context
from .evidence import choice
from .tables import Cell, dated, table

TRACKS = ("pm", "pmm")
WHEN = {"first": "first", "next": "next", "loop": "the loop", "end": "at the end, in some loops"}


def rounds(context: Context, report_id: str) -> Markup:
    """Inline. How many interviews one source reports: `2 to 4 interviews`, with its mark.

    Raises ValueError if the report gives no number.
    """
    report = context.guide["loop-reports"][report_id]
    if report.rounds_low is None:
        raise ValueError(f"the loop report '{report_id}' gives no number of rounds")
    count = span(report.rounds_low, report.rounds_high)
    noun = plural(report.rounds_high or report.rounds_low, "interview").split()[-1]
    return context.render("statement.html", text=f"{count} {noun}", sources=[report.source])


def loop_rounds(context: Context, *, track: str) -> Markup:
    """Block. The rounds of a loop as a table: when, what they want to see, what to practice."""
    stages = [(stage, stage.in_brief) for stage in _stages(context, track) if stage.in_brief]
    rows = [
        [
            context.render("loop_round.html", stage=stage),
            WHEN[brief.when],
            brief.they_want,
            context.render(
                "page_link.html", page=brief.page, section=brief.section, text=brief.practice
            ),
        ]
        for stage, brief in stages
    ]
    return table(
        context,
        f"The rounds of a {track.upper()} loop",
        ["Round", "When", "They want to see", "Practice"],
        rows,
        kind="rounds",
        made_from=[stage for stage, _ in stages],
    )


def loop_stages(context: Context, *, track: str) -> Markup:
    """Block. The stages of a loop in order, each folded: who is there, what is evaluated, how to prepare."""
    return context.render("loop_stages.html", stages=_stages(context, track))


def _stages(context: Context, track: str) -> list[LoopStage]:
    choice("track", track, TRACKS)
    stages = [row for row in context.guide["loops"].values() if row.track == track]
    if not stages:
        raise ValueError(f"data/loops.yml has no stage for the track '{track}'")
    return sorted(stages, key=lambda stage: stage.order)


def loop_reports(context: Context, *, track: str) -> Markup:
    """Block. What each source reports about the length of a loop, newest first, undated last."""
    choice("track", track, TRACKS)
    reports = _reports(context, track)
    return table(
        context,
        f"What each source reports about the {track.upper()} loop",
        ["Source", "Interviews", "What else it says", "Reported"],
        [_report_cells(context, report) for report in reports],
        kind="reports",
        made_from=reports,
    )


def _report_cells(context: Context, report: LoopReport) -> list[Cell]:
    return [
        context.guide.sources[report.source].speaker,
        span(report.rounds_low, report.rounds_high),
        _other_details(report),
        dated(context, "loop-reports", report.reported_on, report.source),
    ]


def _other_details(report: LoopReport) -> str:
    """What else a report says, as one text; few reports say all of it."""
    parts = [
        f"For {report.level}." if report.level else "",
        f"Before the loop: {report.screens}." if report.screens else "",
        _long(report.minutes_low, report.minutes_high, "minutes each."),
        _long(report.weeks_low, report.weeks_high, "weeks in all."),
        report.note or "",
    ]
    return " ".join(part for part in parts if part) or "–"


def _long(low: int | None, high: int | None, unit: str) -> str:
    return f"{span(low, high)} {unit}".capitalize() if low or high else ""


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
