"""What can be prepared: the tasks of the checklist, the questions of the bank, the competencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...facts.labels import PHASES
from ...facts.question_bank import pages_of_questions
from ...pages.links import address_below_site
from ...pages.page import Page
from ...rows.loading import Guide
from ...rows.models import Question

# Our estimates of a good try at one question: the answer aloud, then the comparison with what a strong one does.
STORY_MINUTES = 10
CASE_MINUTES = 20
STORIES = ("behavioral", "motivation")
# A plan takes the first few of a competency; more in a part would weigh on readers who are shown none of them.
QUESTIONS_A_PART = 12


def task_list(guide: Guide) -> dict[str, Any]:
    """The phases in order, and the tasks in the order in which they are done."""
    order = list(PHASES)
    rows = sorted(guide["checklist"].values(), key=lambda row: (order.index(row.phase), row.order))
    return {
        "phases": [{"id": phase, "name": name} for phase, name in PHASES.items()],
        "tasks": [
            {
                "id": f"task/{row.id}",
                "phase": row.phase,
                "track": row.track,
                "text": row.task,
                "minutes": row.minutes,
                "page": address_below_site(row.page),
            }
            for row in rows
        ],
    }


def question_list(guide: Guide) -> list[dict[str, Any]]:
    """One question of each kind in turn, the warm-ups last. Their words are fetched where they are shown, by `part`."""
    return [
        # Repeated values come first, which compresses better.
        {
            "part": part,
            "competency": row.competency,
            "minutes": STORY_MINUTES if row.category in STORIES else CASE_MINUTES,
            "track": row.track,
            "id": f"question/{row.id}",
        }
        for row, part in _in_parts(guide)
    ]


def _in_parts(guide: Guide) -> Iterator[tuple[Question, int]]:
    """Each question in its turn, with the number of its part among those of its track and competency."""
    before: Counter[tuple[str, str]] = Counter()
    for row in _in_turns(guide["questions"].values()):
        kind = (row.track, row.competency)
        yield row, before[kind] // QUESTIONS_A_PART
        before[kind] += 1


def _in_turns(rows: Iterable[Question]) -> list[Question]:
    """The questions, alternating between kinds: a plan with ten questions should not have ten of one kind."""
    turns: Counter[tuple[str, ...]] = Counter()
    ranked = []
    for row in rows:
        kind = (row.track, row.category, row.set)
        ranked.append((row.set == "warm-up", turns[kind], row))
        turns[kind] += 1
    return [row for *_, row in sorted(ranked, key=lambda entry: entry[:2])]


def place(places: Mapping[str, str], question: str) -> str:
    """The address of a question below the site; empty if no page shows it."""
    page = places.get(question)
    return f"{address_below_site(page)}#{question.lower()}" if page else ""


def question_texts(guide: Guide, pages: Iterable[Page]) -> dict[str, dict[str, Any]]:
    """The words and the page of each question by the name of its part: `pm-judgment-0`."""
    places = pages_of_questions(guide, pages)
    parts: dict[str, dict[str, Any]] = {}
    for row, number in _in_parts(guide):
        part = parts.setdefault(f"{row.track}-{row.competency}-{number}", {})
        part[f"question/{row.id}"] = {"text": row.question, "page": place(places, row.id)}
    return parts


def competency_list(guide: Guide) -> list[dict[str, str]]:
    """Ids and names."""
    return [{"id": row.id, "name": row.name} for row in guide["competencies"].values()]
