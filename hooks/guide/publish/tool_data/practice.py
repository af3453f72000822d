"""What the practice draws from. The words of a question are in `cards.py`: they are fetched for the day's few alone."""

from __future__ import annotations

from typing import Any

from ...facts.labels import CATEGORIES, SCOPES
from ...rows.loading import Guide


def practice_list(guide: Guide) -> dict[str, Any]:
    """All that decides which questions are drawn: `questions` holds [id, track, category, competency, scope]."""
    return {
        "competencies": {row.id: row.name for row in guide["competencies"].values()},
        "categories": dict(CATEGORIES),
        "scopes": dict(SCOPES),
        "questions": [
            [row.id, row.track, row.category, row.competency, row.scope]
            for row in guide["questions"].values()
        ],
    }
