"""Macros for choosing, planning and asking."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import get_args

from markupsafe import Markup

from ....facts.labels import PHASES
from ....facts.wording import words
from ....rows.models.preparing.preparation import ChecklistTask, FaqTopic, PlanWeek
from ...context import Context
from ..evidence import choice
from ..loops import TRACKS
from ..tables import table
from ..tracks import TrackedRows, below_line, other_track

PLAN_WEEKS = (2, 4, 8)
# A name that keeps its hyphen.
WHOM = {"cross-functional-partner": "cross-functional partner"}


def checklist(context: Context) -> str:
    """Block. The tasks by phase, a heading each, with minutes, their page and what counts as done."""
    tasks = sorted(
        context.guide["checklist"].values(),
        key=lambda row: (list(PHASES).index(row.phase), row.order),
    )
    parts = [
        f"### {PHASES[phase]} {{#phase-{phase}}}\n\n{_tasks_of_phase(context, list(of_phase))}"
        for phase, of_phase in groupby(tasks, key=lambda row: row.phase)
    ]
    return "\n" + "\n\n".join(parts) + "\n"


def _tasks_of_phase(context: Context, tasks: list[ChecklistTask]) -> Markup:
    line = other_track(context, [task.track for task in tasks], "task")
    is_first = tasks[0].phase == next(iter(PHASES))
    html = context.render("checklist.html", tasks=tasks, is_first=is_first)
    return below_line(context, line, html)


def study_plan(context: Context, *, weeks: int) -> Markup:
    """Block. One plan: week by week the focus, the tasks and the hours they take."""
    choice("plan length", weeks, PLAN_WEEKS)
    tasks = context.guide["checklist"]
    plan = [row for row in context.guide["study-plans"].values() if row.weeks == weeks]
    rows = []
    for row in sorted(plan, key=lambda row: row.week):
        steps = context.render("plan_tasks.html", tasks=[tasks[key] for key in row.tasks])
        hours = [_hours(tasks, row, track) for track in TRACKS]
        rows.append([f"Week {row.week}", row.focus, steps, *hours])
    line = other_track(context, [tasks[key].track for row in plan for key in row.tasks], "task")
    columns = dict.fromkeys(["Week", "Focus", "Tasks"], "both")
    columns |= {f"Hours, {track.upper()}": track for track in TRACKS}
    plan_table = table(
        context,
        f"A plan of {weeks} weeks",
        columns,
        rows,
        kind="plan",
        made_from=plan,
    )
    return below_line(context, line, plan_table)


def _hours(tasks: Mapping[str, ChecklistTask], week: PlanWeek, track: str) -> str:
    """What one reader does: the tasks of their track and those of both."""
    minutes = sum(tasks[key].minutes for key in week.tasks if tasks[key].track in (track, "both"))
    return f"{minutes / 60:.1f}"


def plan_priorities(context: Context) -> Markup:
    """Block. What a plan with dates schedules first, and why."""
    priorities = sorted(context.guide["plan-priorities"].values(), key=lambda row: row.order)
    rows = [
        [
            f"{place}. {row.name}",
            context.render("tracks.html", track=row.track),
            row.why,
        ]
        for place, row in enumerate(priorities, start=1)
    ]
    return table(
        context,
        "What a plan keeps first",
        ["What", "Track", "Why"],
        TrackedRows(rows, [row.track for row in priorities], "row"),
        kind="priorities",
        made_from=priorities,
    )


def rounds_in_order(context: Context, *, track: str) -> Markup:
    """Block. The rounds of a track in the order in which a plan brings them, with their minutes and the reason."""
    choice("track", track, TRACKS)
    rubrics = context.guide["question-rubrics"]
    mine = [row for row in context.guide["mock-rounds"].values() if rubrics[row.id].track == track]
    mine.sort(key=lambda row: row.place)
    rows = [[rubrics[row.id].type, f"{row.minutes} min", row.why] for row in mine]
    caption = f"Rounds to rehearse, {track.upper()}"
    columns, tracked = (
        ["Round", "Interview", "Why there"],
        TrackedRows(rows, [track] * len(mine), "round"),
    )
    return table(context, caption, columns, tracked, made_from=mine)


def self_assessment(context: Context) -> Markup:
    """Block. Pairs of statements with their weights, as a table that works on paper."""
    items = sorted(context.guide["self-assessment"].values(), key=lambda row: row.order)
    rows = [
        [f"{row.order}. {row.theme}", row.pm_statement, row.pmm_statement, str(row.weight), row.why]
        for row in items
    ]
    columns = ["Theme", "Column A", "Column B", "Points", "Why it matters"]
    return table(
        context,
        "Check one column in each row, then add up its points",
        columns,
        rows,
        kind="assessment",
        made_from=items,
    )


def questions_to_ask(context: Context) -> Markup:
    """Block. Questions that you may ask, by the person you ask."""
    questions = context.guide["questions-to-ask"].all
    rows = [
        [
            row.question,
            WHOM.get(row.ask_whom, words(row.ask_whom)),
            context.render("tracks.html", track=row.track),
            row.listen_for,
        ]
        for row in questions
    ]
    columns = ["Ask", "Whom", "Track", "Listen for"]
    return table(
        context,
        "Questions to ask them",
        columns,
        TrackedRows(rows, [row.track for row in questions], "question"),
        kind="ask",
        made_from=questions,
    )


def ask_line(context: Context, question_id: str) -> Markup:
    """Block. One of the questions to ask, with a button that copies it."""
    question = context.guide["questions-to-ask"][question_id]
    return context.render("ask_line.html", question=question)


def faq_list(context: Context, *, topic: str) -> Markup:
    """Block. The questions of one topic, each with its short answer folded below it."""
    choice("topic", topic, get_args(FaqTopic))
    entries = [row for row in context.guide["faq"].values() if row.topic == topic]
    line = other_track(context, [entry.track for entry in entries], "question")
    return context.render("faq_list.html", entries=entries, other_track=line)


def writing_lines(context: Context, *, labels: str) -> Markup:
    """Block. Lines to write on, on paper, each behind a label; labels are separated by semicolons.

    Raises ValueError without a label.
    """
    names = [name.strip() for name in labels.split(";") if name.strip()]
    if not names:
        raise ValueError('writing_lines() needs labels, such as labels="First; Second"')
    return context.render("writing_lines.html", names=names)
