"""A prompt pack finds its rows: an interviewer its round, rubrics and questions, a case partner its cases."""

from __future__ import annotations

from collections.abc import Iterator

from ....facts.question_bank import bank, rubric_of
from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import PromptPack
from ....rows.problems import Problem


def check(guide: Guide, _: list[Page]) -> Iterator[Problem]:
    """Looks at every prompt pack."""
    packs = guide["prompt-packs"]
    for row, place in packs.with_places():
        for field, message in _faults(guide, row):
            yield packs.problem(row, place, field, message)


def _faults(guide: Guide, row: PromptPack) -> Iterator[tuple[str, str]]:
    if row.kind == "interviewer":
        yield from _faults_of_interviewer(guide, row)
    elif row.stage or row.categories:
        field = "stage" if row.stage else "categories"
        yield field, f"A {row.kind} plays no round. Leave out stage and categories."
    elif row.kind == "case-partner" and not any(
        case.track == row.track for case in guide["cases"].values()
    ):
        yield "track", f"No case in cases.yml has the track '{row.track}'. Allowed: pm, pmm."


def _faults_of_interviewer(guide: Guide, row: PromptPack) -> Iterator[tuple[str, str]]:
    stages = [stage.id for stage in guide["loops"].values() if stage.track == row.track]
    if row.stage not in stages:
        yield (
            "stage",
            f"'{row.stage}' is not a round of '{row.track}'. Allowed: {', '.join(stages)}.",
        )
    if not row.categories:
        yield (
            "categories",
            "An interviewer needs kinds of question, such as [behavioral, motivation].",
        )
    in_bank = {question.category for question in bank(guide, row.track)}
    for category in row.categories:
        if category not in in_bank:
            yield "categories", f"No question of '{category}' is asked on the track '{row.track}'."
        elif rubric_of(guide, row.track, category) is None:
            yield "categories", f"No rubric of '{row.track}' judges '{category}'."
