"""Macros for what is evaluated and the exercises that train it. Each exercise is marked as ours."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ....rows.models import Ending, Reply, RolePlay, Turn
from ...components import inert
from ...context import Context
from ..evidence import choice
from ..loops import TRACKS
from ..tables import table
from ..tracks import heading, other_track

TRACK_CHOICES = ("pm", "pmm", "both")


def competency_rubrics(context: Context, *, track: str) -> str:
    """Block. A heading and a rubric of weak, mixed and strong signals for each competency, for one track."""
    choice("track", track, TRACKS)
    rows = context.guide["competencies"].values()
    cards = (
        (
            heading(inert(row.name), f"{row.id}-{track}", track),
            context.render(
                "rubric_card.html", competency=row, rubric=getattr(row, track), track=track
            ),
        )
        for row in rows
    )
    return _headed(cards, before=other_track(context, [track] * len(rows), "rubric"))


def worked_answers(context: Context, *, track: str) -> str:
    """Block. A heading for each competency, and below it one question answered at three levels, folded."""
    choice("track", track, TRACKS)
    competencies, questions = context.guide["competencies"], context.guide["questions"]
    return _headed(
        (
            f"## {inert(competencies[row.competency].name)} {{#{row.competency}}}",
            context.render("worked_answer.html", row=row, question=questions[row.question]),
        )
        for row in context.guide["worked-answers"].values()
        if row.track == track
    )


def role_plays(context: Context, *, track: str) -> str:
    """Block. A heading and a card for each role-play of a track, the counterpart's incentive folded."""
    choice("track", track, TRACK_CHOICES)
    plays = [row for row in context.guide["role-plays"].values() if row.track == track]
    cards = (
        (
            heading(inert(play.title), play.id, track),
            context.render("role_play.html", play=play, way=way, ending=ending),
        )
        for play in plays
        for way, ending in [_strong_path(play)]
    )
    line = other_track(context, [track] * len(plays), "role-play")
    return _headed(cards, context.source_links_line(plays), before=line)


def _strong_path(play: RolePlay) -> tuple[list[tuple[Turn, Reply]], Ending]:
    """The path of strong replies: each turn with that reply, and the ending it leads to."""
    turns = {turn.id: turn for turn in play.turns}
    endings = {ending.id: ending for ending in play.endings}
    way, place = [], play.turns[0].id
    while place in turns:
        turn = turns[place]
        reply = next(reply for reply in turn.replies if reply.quality == "strong")
        way.append((turn, reply))
        place = reply.next
    return way, endings[place]


def transcripts(context: Context, *, track: str) -> str:
    """Block. For each question of a track, what three candidates said, and the interviewer's debrief, folded."""
    choice("track", track, TRACKS)
    questions = context.guide["questions"]
    rows = [row for row in context.guide["transcripts"].values() if row.track == track]
    cards = (
        (
            heading(inert(questions[row.question].question), row.id, track),
            context.render("transcripts.html", row=row, question=questions[row.question]),
        )
        for row in rows
    )
    return _headed(cards, before=other_track(context, [track] * len(rows), "interview"))


def translations(context: Context) -> str:
    """Block. A heading and a card for each technical idea explained to a buyer."""
    return _headed(
        (
            f"## {inert(row.idea)}, for {inert(row.buyer)} {{#{row.id}}}",
            context.render("translation.html", row=row),
        )
        for row in context.guide["translations"].values()
    )


def _headed(cards: Iterable[tuple[str, str]], *after: str, before: str = "") -> str:
    """Each heading above its card, between what comes `before` and `after` them all, with blank lines between."""
    return "\n" + "\n\n".join([before, *(part for card in cards for part in card), *after]) + "\n"


def story_map(context: Context) -> Markup:
    """Block. An example of a story map: which story shows which competency, and its angle for each track."""
    names = context.guide["competencies"]
    stories = context.guide["story-map-example"].all
    rows = [
        [
            row.story,
            context.render("chips.html", names=[names[key].name for key in row.competencies]),
            row.pm_angle,
            row.pmm_angle,
        ]
        for row in stories
    ]
    columns = ["Story", "Shows", "Told for PM", "Told for PMM"]
    return table(
        context,
        "A story map, made up as an example",
        columns,
        rows,
        kind="stories",
        made_from=stories,
    )
