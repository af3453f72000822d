"""No question is asked twice in nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

SMALL_WORDS = (
    "a an and are as at by do for from how in is it of on or that the to was what with you your"
)
# Share of common words above which two questions of one track are one question.
TOO_ALIKE = 0.8
# The most earlier questions that one is compared with, so that thousands with the same words finish in time too.
MOST_COMPARED = 500


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Compares each question with the earlier ones that share its rarest word, so that many rows stay fast."""
    rows = guide["questions"]
    seen: dict[str, list[tuple[frozenset[str], str]]] = {}
    for row, place in rows.with_places():
        spoken = _words(row.question)
        for earlier, other in _candidates(seen, spoken):
            if len(spoken & earlier) / len(spoken | earlier) >= TOO_ALIKE:
                message = (
                    f"'{row.question}' is nearly the question of '{other}'. Keep one of the two."
                )
                yield rows.problem(row, place, "question", message)
                break
        for word in spoken:
            seen.setdefault(word, []).append((spoken, row.key))


def _candidates(
    seen: dict[str, list[tuple[frozenset[str], str]]], spoken: frozenset[str]
) -> Iterator[tuple[frozenset[str], str]]:
    # Similar questions share most words, so one shared word is rare: comparing the few rows that hold it is enough.
    shared = sorted((seen[word] for word in spoken if word in seen), key=len)
    return islice(chain.from_iterable(shared[: max(1, len(spoken) // 4 + 1)]), MOST_COMPARED)


def _words(question: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", question.lower())) - frozenset(
        SMALL_WORDS.split()
    ) or frozenset(question.lower().split())
