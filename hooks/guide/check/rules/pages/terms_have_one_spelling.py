"""Each glossary term is written in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks in the prose of pages for the spellings that a term lists as not written."""
    spellings = [
        (spelling, row.term) for row in guide["glossary"].values() for spelling in row.not_written
    ]
    if not spellings:
        return
    # One group per term, because some letters have no single lower-case form to look up.
    groups = "|".join(f"({re.escape(spelling)})" for spelling, _ in spellings)
    # Most words begin with none of these letters and are skipped at once.
    first = re.escape("".join(sorted({spelling[0] for spelling, _ in spellings})))
    pattern = re.compile(rf"(?<!\w)(?=[{first}])(?:{groups})(?!\w)", re.I)
    for page in pages:
        prose = page.prose
        for found in pattern.finditer(prose):
            term = spellings[(found.lastindex or 1) - 1][1]
            line = prose.count("\n", 0, found.start()) + 1
            yield page.problem(line, f"'{found[0]}' is written '{term}' in this guide.", term)
