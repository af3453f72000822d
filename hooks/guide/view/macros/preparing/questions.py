"""Macros for the question bank and for how answers to each kind of question are judged."""

from __future__ import annotations

from typing import get_args

from markupsafe import Markup

from ....facts.labels import CATEGORIES, SCOPES
from ....facts.question_bank import bank, pages_of_questions, questions_of
from ....facts.question_bank import warm_ups as warm_up_rows
from ....rows.models import QuestionRubric
from ....rows.models.study import QuestionCategory
from ...components import inert
from ...context import Context
from ..evidence import choice
from ..loops import TRACKS
from ..tables import Cell, table
from ..tracks import heading, of_track, other_track

TRACK_CHOICES = ("pm", "pmm", "both")


def question_list(context: Context, *, track: str, category: str) -> Markup:
    """Block. The bank's questions of one category: answer, follow-ups and levels folded below each.

    Raises ValueError if the track has none in it.
    """
    choice("track", track, TRACK_CHOICES)
    choice("category", category, get_args(QuestionCategory))
    rows = questions_of(context.guide, track, category)
    if not rows:
        raise ValueError(f"questions.yml has no question of '{category}' for '{track}'")
    return context.render("questions.html", questions=rows, scopes=SCOPES)


def warm_ups(context: Context) -> Markup:
    """Block. The trivia, in the same form as the bank."""
    return context.render("questions.html", questions=warm_up_rows(context.guide), scopes=SCOPES)


def question_count(context: Context, *, track: str) -> str:
    """Inline. How many questions a candidate of a track may meet, those of both tracks included: `165`."""
    choice("track", track, TRACKS)
    return str(len(bank(context.guide, track)))


def question_index(context: Context, *, track: str) -> Markup:
    """Block. What each kind of round asks on a track: its categories with counts, and what interviewers listen for."""
    choice("track", track, TRACKS)
    rubrics = [row for row in context.guide["question-rubrics"].values() if row.track == track]
    places = pages_of_questions(context.guide, context.called_pages())
    rows: list[list[Cell]] = [
        [
            row.type,
            context.render("question_kinds.html", kinds=_kinds(context, row, places)),
            ", ".join(row.listens_for),
        ]
        for row in rubrics
    ]
    caption = f"What {track.upper()} rounds ask"
    columns = ["Kind", "Questions", "They listen for"]
    body = table(context, caption, columns, rows, kind="kinds", made_from=rubrics)
    return of_track(context, track, body, "question kind", len(rubrics))


def _kinds(
    context: Context, rubric: QuestionRubric, places: dict[str, str]
) -> list[tuple[str, str, str, int]]:
    """Name, anchor, address and count of each category that a rubric judges, by the pages that show them."""
    found = []
    for category in rubric.categories:
        for track in (rubric.track, "both"):
            rows = questions_of(context.guide, track, category)
            if rows and rows[0].id in places:
                name = CATEGORIES[category] + (", both tracks" if track == "both" else "")
                anchor = f"{track}-{category}"
                address = context.links.to(places[rows[0].id], anchor)
                # Both indexes of a page list what both tracks are asked, so the anchor goes to the first.
                is_second = track == "both" and rubric.track != TRACKS[0]
                found.append((name, "" if is_second else anchor, address, len(rows)))
    return found


def question_rubrics(context: Context, *, track: str) -> str:
    """Block. A heading and a rubric for each kind of question on one track."""
    choice("track", track, TRACKS)
    rows = [row for row in context.guide["question-rubrics"].values() if row.track == track]
    parts = [
        f"{heading(inert(row.type), f'rubric-{row.id}', track)}\n\n"
        f"{context.render('question_rubric.html', rubric=row)}"
        for row in rows
    ]
    line = other_track(context, [track] * len(rows), "rubric")
    return "\n" + "\n\n".join([line, *parts]) + "\n"
