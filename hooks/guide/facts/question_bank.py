"""Which questions belong together, and where each is shown."""

from __future__ import annotations

from collections.abc import Iterable

from ..pages.page import Call, CalledPage, Page
from ..rows.loading import Guide, Rows
from ..rows.models import Question, QuestionRubric


def questions_of(guide: Guide, track: str, category: str) -> list[Question]:
    """The bank's questions of one category that are asked on this track alone, or on both if it is `both`."""
    return guide["questions"].once(_by_kind).get((track, category), [])


def _by_kind(questions: Rows[Question]) -> dict[tuple[str, str], list[Question]]:
    """The bank's questions by track and category."""
    found: dict[tuple[str, str], list[Question]] = {}
    for row in questions.values():
        if row.set == "bank":
            found.setdefault((row.track, row.category), []).append(row)
    return found


def bank(guide: Guide, track: str) -> list[Question]:
    """All questions that a candidate of this track may meet, those of both tracks included. No warm-ups."""
    rows = guide["questions"].values()
    return [row for row in rows if row.set == "bank" and row.track in (track, "both")]


def warm_ups(guide: Guide) -> list[Question]:
    """The trivia questions, which are no part of the bank."""
    return [row for row in guide["questions"].values() if row.set == "warm-up"]


def rubric_of(guide: Guide, track: str, category: str) -> QuestionRubric | None:
    """The rubric that judges a category on a track."""
    rows = guide["question-rubrics"].values()
    return next((row for row in rows if row.track == track and category in row.categories), None)


def questions_called(guide: Guide, call: Call) -> list[Question]:
    """The questions that a call in a page shows; none for other macros, or for a call that lacks an argument."""
    if call.name == "warm_ups":
        return warm_ups(guide)
    if call.name != "question_list":
        return []
    return questions_of(guide, call.kwargs.get("track", ""), call.kwargs.get("category", ""))


def pages_of_questions(guide: Guide, pages: Iterable[Page | CalledPage]) -> dict[str, str]:
    """The page below docs/ on which each question is shown, by its id. The first counts."""
    found: dict[str, str] = {}
    for page in pages:
        for call in page.calls:
            for row in questions_called(guide, call):
                found.setdefault(row.id, page.path)
    return found
