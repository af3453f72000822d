"""A plan with dates can order everything: each task has a priority, and each round a position of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

PRIORITIES = "plan-priorities"


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Reports tasks before the loop without a priority, and rounds of one track with the same position."""
    yield from _without_priority(guide)
    yield from _with_same_position(guide)


def _without_priority(guide: Guide) -> Iterator[Problem]:
    if not guide[PRIORITIES]:
        return
    ranked = {task for row in guide[PRIORITIES].values() for task in row.tasks}
    tasks = guide["checklist"]
    for task, place in tasks.with_places():
        # A task with rounds is scheduled with them.
        if task.phase != "after" and not task.rounds and task.id not in ranked:
            message = (
                f"no dated plan can schedule this task: add it to a row of data/{PRIORITIES}.yml: "
                f"tasks: [..., {task.id}]"
            )
            yield tasks.problem(task, place, "id", message)


def _with_same_position(guide: Guide) -> Iterator[Problem]:
    rounds, rubrics = guide["mock-rounds"], guide["question-rubrics"]
    taken: dict[tuple[str, int], str] = {}
    for row, place in rounds.with_places():
        if row.id not in rubrics:
            continue  # reported as a reference
        slot = (rubrics[row.id].track, row.place)
        if slot in taken:
            message = f"{row.place} is already taken by '{taken[slot]}'. Give each round of a track its own number."
            yield rounds.problem(row, place, "place", message)
        taken.setdefault(slot, row.id)
