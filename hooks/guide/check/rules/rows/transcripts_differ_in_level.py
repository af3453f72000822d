"""Transcripts have one candidate a level and about equal lengths, and quote candidates word for word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import Transcripts
from ....rows.models.preparing.practice import AnswerLevel, Candidate
from ....rows.problems import Problem

# The longest transcript of a question has at most this many times the words of the shortest.
WIDEST = 1.4


def check(guide: Guide, _: list[Page]) -> Iterator[Problem]:
    """Looks at every question and its three candidates."""
    rows = guide["transcripts"]
    for row, place in rows.with_places():
        for message in _faults(row):
            yield rows.problem(row, place, "candidates", message)


def _faults(row: Transcripts) -> Iterator[str]:
    levels = sorted(candidate.level for candidate in row.candidates)
    if levels != list(get_args(AnswerLevel)):
        yield f"The levels are {', '.join(levels)}. Give one candidate each for 61, 63 and 65."
    if len({tuple(e.asks for e in candidate.exchanges) for candidate in row.candidates}) > 1:
        yield "The three are asked different questions. Ask all three the same, so that their answers can be compared."
    for candidate in row.candidates:
        answer = _answer_text(candidate)
        for mark in candidate.notes:
            if mark.quote not in answer:
                yield f"Level {candidate.level}: '{mark.quote}' is not what the candidate says."
    counts = {candidate.level: len(_answer_text(candidate).split()) for candidate in row.candidates}
    if max(counts.values()) > WIDEST * min(counts.values()):
        lengths = ", ".join(f"{level} {count}" for level, count in sorted(counts.items()))
        yield f"One answer is far longer than another (words: {lengths}). Even them out."


def _answer_text(candidate: Candidate) -> str:
    return " ".join(exchange.says for exchange in candidate.exchanges)
