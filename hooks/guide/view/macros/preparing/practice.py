"""Macros for what is evaluated and the exercises that train it. Exercises are ours and say so."""

from __future__ import annotations

from markupsafe import Markup

from ....rows.models import Ending, Reply, RolePlay, Turn
from ...components import inert
from ...context import Context
from ..evidence import choice
from ..loops import TRACKS
from ..tables import table

TRACK_CHOICES = ("pm", "pmm", "both")


def competency_rubrics(context: Context, *, track: str) -> str:
    """Block. A heading and a rubric of weak, mixed and strong signals for each competency, for one track."""
    choice("track", track, TRACKS)
    parts = [
        f"### {inert(row.name)} {{#{row.id}-{track}}}\n\n"
        f"{context.render('rubric_card.html', competency=row, rubric=getattr(row, track))}"
        for row in context.guide["competencies"].values()
    ]
    return "\n" + "\n\n".join(parts) + "\n"


def worked_answers(context: Context, *, track: str) -> str:
    """Block. A heading for each competency, and below it one question answered at three levels, folded."""
    choice("track", track, TRACKS)
    competencies = context.guide["competencies"]
    parts = [
        f"## {inert(competencies[row.competency].name)} {{#{row.competency}}}\n\n"
        f"{context.render('worked_answer.html', row=row, question=context.guide['questions'][row.question])}"
        for row in context.guide["worked-answers"].values()
        if row.track == track
    ]
    return "\n" + "\n\n".join(parts) + "\n"


def role_plays(context: Context, *, track: str) -> str:
    """Block. A heading and a card for each role-play of a track, the counterpart's incentive folded."""
    choice("track", track, TRACK_CHOICES)
    plays = [row for row in context.guide["role-plays"].values() if row.track == track]
    parts = [
        f"### {inert(play.title)} {{#{play.id}}}\n\n"
        f"{context.render('role_play.html', play=play, way=way, ending=ending)}"
        for play in plays
        for way, ending in [_strong_way(play)]
    ]
    return "\n" + "\n\n".join([*parts, context.source_links_line(plays)]) + "\n"


def _strong_way(play: RolePlay) -> tuple[list[tuple[Turn, Reply]], Ending]:
    """Each turn on the way of strong replies, with that reply, and the ending it leads to."""
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
    parts = [
        f"### {inert(questions[row.question].question)} {{#{row.id}}}\n\n"
        f"{context.render('transcripts.html', row=row, question=questions[row.question])}"
        for row in context.guide["transcripts"].values()
        if row.track == track
    ]
    return "\n" + "\n\n".join(parts) + "\n"


def translations(context: Context) -> str:
    """Block. A heading and a card for each technical idea explained to a buyer."""
    parts = [
        f"## {inert(row.idea)}, for {inert(row.buyer)} {{#{row.id}}}\n\n{context.render('translation.html', row=row)}"
        for row in context.guide["translations"].values()
    ]
    return "\n" + "\n\n".join(parts) + "\n"


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
