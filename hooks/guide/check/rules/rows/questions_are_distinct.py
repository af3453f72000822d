"""No two questions have nearly the same words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

SMALL_WORDS = (
    "a an and are as at by do for from how in is it of on or that the to was what with you your"
)
# Share of common words above which two questions of one track are one question.
TOO_ALIKE = 0.8
# The most earlier questions that one is compared with, so that thousands of similar questions finish in time.
MOST_COMPARED = 500


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Compares each question with the earlier ones that share a rare word with it, to stay fast with many rows."""
    rows = guide["questions"]
    word_sets = [_words(row.question) for row in rows.all]
    count = Counter(chain.from_iterable(word_sets))
    seen: dict[str, list[tuple[frozenset[str], str]]] = {}
    for (row, place), spoken in zip(rows.with_places(), word_sets, strict=True):
        rare = _rarest(spoken, count)
        earlier = chain.from_iterable(seen.get(word, ()) for word in rare)
        for others, other in islice(earlier, MOST_COMPARED):
            if _alike(spoken, others) >= TOO_ALIKE:
                message = f"'{row.question}' is nearly the same question as '{other}'. Keep one of the two."
                yield rows.problem(row, place, "question", message)
                break
        for word in rare:
            seen.setdefault(word, []).append((spoken, row.key))


def _rarest(spoken: frozenset[str], count: Mapping[str, int]) -> list[str]:
    """Enough of the rarest words that two questions too alike must share one: most of their words are common."""
    ordered = sorted(spoken, key=lambda word: (count[word], word))
    return ordered[: len(spoken) - math.ceil(TOO_ALIKE * len(spoken)) + 1]


def _alike(spoken: frozenset[str], others: frozenset[str]) -> float:
    """The share of common words."""
    common = len(spoken & others)
    return common / (len(spoken) + len(others) - common)


def _words(question: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", question.lower())) - frozenset(
        SMALL_WORDS.split()
    ) or frozenset(question.lower().split())
