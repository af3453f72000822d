"""The rows of a pack as Markdown: the round, its rubrics, competencies, questions and role-plays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...facts.labels import CATEGORIES, SCOPES
from ...rows.loading import Guide
from ...rows.models import Competency, PromptPack, Question, QuestionRubric, RolePlay
from ...rows.models.preparing.practice import Rubric
from .markdown import Cited, bullets, inline

BASES = {
    "reported": "reported by the sources named",
    "planning-model": "a planning model; no public report describes it",
}
SIGNALS = ("weak", "mixed", "strong")


def titled(title: str, lines: Sequence[str]) -> list[str]:
    """A heading with its lines, and a blank line after."""
    return [f"### {inline(title)}", "", *lines, ""]


def stage_lines(guide: Guide, row: PromptPack, cited: Cited) -> list[str]:
    """The round that the pack is about, if it is about one."""
    if row.stage is None:
        return []
    stage = guide["loops"][row.stage]
    minutes = f", {stage.minutes_low} to {stage.minutes_high} minutes" if stage.minutes_low else ""
    return titled(
        f"The round: {stage.name}{minutes}",
        [
            f"In the room: {inline(stage.who_is_in_the_room)} Basis: {BASES[stage.basis]}.{cited.mark(stage.sources)}",
            "",
            *bullets(stage.what_is_evaluated),
        ],
    )


def rubric_lines(rubrics: Iterable[QuestionRubric]) -> list[str]:
    """Each rubric: what it is for, its five scores, and what is asked at each level."""
    return [line for rubric in rubrics for line in _rubric(rubric)]


def _rubric(rubric: QuestionRubric) -> list[str]:
    levels = [getattr(rubric.levels, f"level_{score}") for score in range(1, 6)]
    return titled(
        f"Rubric: {rubric.type}",
        [
            f"For: {', '.join(CATEGORIES[category] for category in rubric.categories)}. "
            f"Listens for: {inline('; '.join(rubric.listens_for))}. Red flag: {inline(rubric.red_flag)}",
            "",
            *(f"- {score}: {inline(text)}" for score, text in enumerate(levels, start=1)),
            *(
                f"- At {level}: {inline(getattr(rubric.by_level, f'at_{level}'))}"
                for level in (61, 63, 65)
            ),
        ],
    )


def competency_lines(guide: Guide, tracks: Sequence[str]) -> list[str]:
    """Every competency with its signals for these tracks."""
    lines = []
    for row in guide["competencies"].values():
        signals = [line for track in tracks for line in _track_signals(row, track)]
        lines += titled(f"Competency: {row.name}", [inline(row.meaning), "", *signals[:-1]])
    return lines


def _track_signals(row: Competency, track: str) -> list[str]:
    return [f"{track.upper()}:", "", *signal_lines(getattr(row, track)), ""]


def signal_lines(rubric: Rubric) -> list[str]:
    """Weak, mixed and strong signals, one a line."""
    return [f"- {name}: {inline(text)}" for name in SIGNALS for text in getattr(rubric, name)]


def question_lines(row: Question, cited: Cited) -> list[str]:
    """A question with its strong answer, follow-up questions and levels."""
    return [
        f"- {row.id}, {CATEGORIES[row.category]}: {inline(row.question)} [{SCOPES[row.scope]}]"
        f"{cited.mark([row.source], row.reported_on)}",
        *(f"  - Strong: {inline(text)}" for text in row.strong_answer),
        *(f"  - Then ask: {inline(text)}" for text in row.follow_ups),
        *(
            f"  - At {level}: {inline(getattr(row.levels, f'at_{level}'))}"
            for level in (61, 63, 65)
        ),
    ]


def role_play_lines(row: RolePlay, cited: Cited) -> list[str]:
    """A role-play with its turns, endings, good path and signals."""
    return titled(
        row.title,
        [
            f"Setting: {inline(row.setting)} {row.minutes} minutes.",
            *("", f"I am: {inline(row.you_are)}", "", f"You are: {inline(row.counterpart)}"),
            *("", f"Hidden incentive: {inline(row.hidden_incentive)}"),
            *("", f"Opening line: {inline(row.opening_line)}", ""),
            *_turn_lines(row),
            *("", "Good path:", "", *bullets(row.good_path), "", f"Trap: {inline(row.trap)}", ""),
            *signal_lines(row.rubric),
            *("", f"Basis: {inline(row.basis)}{cited.mark(row.sources)}"),
        ],
    )


def _turn_lines(row: RolePlay) -> list[str]:
    """Each turn with its replies, then the endings."""
    lines = []
    for turn in row.turns:
        lines += [
            f"- Turn {turn.id}. They say: {inline(turn.they_say)} They want: {inline(turn.they_want)}"
        ]
        lines += [
            f"  - {reply.quality}: {inline(reply.say)} Then: {inline(reply.reaction)} Go to {reply.next}."
            for reply in turn.replies
        ]
    return lines + [
        f"- Ending {end.id}, {end.result}. They say: {inline(end.they_say)} Later: {inline(end.outcome)}"
        for end in row.endings
    ]


def with_space(note: str | None) -> str:
    """The note with a space before it, or nothing."""
    return f" {inline(note)}" if note else ""
