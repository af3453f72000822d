"""Questions on which the reader is the interviewer: a list for all, and a file for each with its three candidates."""

from __future__ import annotations

from typing import Any

from ...rows.loading import Guide
from ...rows.models import Transcripts

ELSEWHERE = {"track", "question"}


def interview_list(guide: Guide) -> list[dict[str, Any]]:
    """One entry a question: id, track, question."""
    return [
        {"id": row.id, "track": row.track, "question": _question_text(guide, row)}
        for row in guide["transcripts"].values()
    ]


def interview_files(guide: Guide) -> dict[str, dict[str, Any]]:
    """Each question whole, by the name of its file."""
    return {
        f"your-interviews/{row.id}": row.model_dump(exclude=ELSEWHERE)
        | {"question": _question_text(guide, row)}
        for row in guide["transcripts"].values()
    }


def _question_text(guide: Guide, row: Transcripts) -> str:
    return str(guide["questions"][row.question].question)
