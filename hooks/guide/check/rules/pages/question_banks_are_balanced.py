"""The question bank that a page promises is complete: enough questions of each kind, and no kind above a quarter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ....facts.labels import CATEGORIES
from ....facts.question_bank import bank, pages_of_questions, rubric_of
from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

FEWEST_OF_A_TRACK, FEWEST_OF_A_CATEGORY = 90, 6
LARGEST_SHARE = 0.25


def check(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Counts what pages list by question_index(track=...); without such a page there is nothing to check."""
    for page in pages:
        for call in page.calls:
            track = call.kwargs.get("track")
            if call.name == "question_index" and track in ("pm", "pmm"):
                for message, correction in _faults(guide, track):
                    yield page.problem(call.line, message, correction)
    if any(call.name == "question_index" for page in pages for call in page.calls):
        yield from _questions_without_page(guide, pages)


def _faults(guide: Guide, track: str) -> Iterator[tuple[str, str]]:
    counts = Counter(row.category for row in bank(guide, track))
    total = counts.total()
    if total < FEWEST_OF_A_TRACK:
        message = (
            f"the bank of '{track}' has {total} questions, both tracks included. "
            f"Allowed: {FEWEST_OF_A_TRACK} or more."
        )
        yield message, "Add rows to data/questions.yml."
    for category, count in counts.items():
        name = f"'{category}' ({CATEGORIES[category]})"
        if count < FEWEST_OF_A_CATEGORY:
            message = f"{name} has {count} for '{track}'. Allowed: {FEWEST_OF_A_CATEGORY} or more."
            yield message, "Add rows of this category, or move these to another."
        if count > LARGEST_SHARE * total:
            message = f"{name} has {count} of {total} for '{track}'. Allowed: a quarter."
            yield message, "Add rows of other categories."
        if not rubric_of(guide, track, category):
            message = f"no rubric of '{track}' judges {name}."
            yield message, "Name it in the categories of a row of data/question-rubrics.yml."


def _questions_without_page(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Practice would draw questions that no page shows, and its links would lead nowhere."""
    shown, rows = pages_of_questions(guide, pages), guide["questions"]
    for row, place in rows.with_places():
        if row.id not in shown:
            message = f"no page shows the questions of '{row.category}' for '{row.track}'."
            call = f'[[= question_list(track="{row.track}", category="{row.category}") =]]'
            yield rows.problem(row, place, "category", message, call)
