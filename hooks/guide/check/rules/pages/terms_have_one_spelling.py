"""Each glossary term is written in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

# Each spelling that is not written, with the term that is.
Spellings = tuple[tuple[str, str], ...]


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks in the prose of pages for the spellings that a term lists as not written."""
    spellings = tuple(
        (spelling, row.term) for row in guide["glossary"].values() for spelling in row.not_written
    )
    if not spellings:
        return
    for page in pages:
        for start, found, term in _found(spellings, page.prose):
            line = page.prose.count("\n", 0, start) + 1
            yield page.problem(line, f"'{found}' is written '{term}' in this guide.", term)


@lru_cache(maxsize=2_000)  # most edits of the glossary change no spelling
def _found(spellings: Spellings, prose: str) -> list[tuple[int, str, str]]:
    """Where the prose has one of them, which, and the term."""
    return [
        (found.start(), found[0], spellings[(found.lastindex or 1) - 1][1])
        for found in _pattern(spellings).finditer(prose)
    ]


@lru_cache(maxsize=1)
def _pattern(spellings: Spellings) -> re.Pattern[str]:
    # One group per term, because some letters have no single lower-case form to look up.
    groups = "|".join(f"({re.escape(spelling)})" for spelling, _ in spellings)
    # Most words begin with none of these letters and are skipped at once.
    first = re.escape("".join(sorted({spelling[0] for spelling, _ in spellings})))
    return re.compile(rf"(?<!\w)(?=[{first}])(?:{groups})(?!\w)", re.I)
