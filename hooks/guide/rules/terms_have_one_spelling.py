"""Each glossary term is written in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..loading import Guide
from ..pages import Page
from ..problems import Problem


def check(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Looks in the prose of pages for the spellings that a term lists as not written."""
    spellings = {
        spelling.lower(): row.term
        for row in guide["glossary"].values()
        for spelling in row.not_written
    }
    if not spellings:
        return
    pattern = re.compile(rf"\b({'|'.join(re.escape(spelling) for spelling in spellings)})\b", re.I)
    for page in pages:
        prose = page.prose
        for found in pattern.finditer(prose):
            term = spellings[found[0].lower()]
            line = prose.count("\n", 0, found.start()) + 1
            yield page.problem(line, f"'{found[0]}' is written '{term}' in this guide.", term)
