"""No amount is typed into a page: it comes from a row with a source and a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..loading import Guide
from ..pages import Page
from ..problems import Problem

AMOUNT = re.compile(r"\$\s?\d[\d,.]*\s?[KkMm]?|\b\d{1,3},\d{3}\b|\b\d+K\b")


def check(_guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Looks at prose; code samples and macro arguments are left alone."""
    for page in pages:
        prose = page.prose
        for found in AMOUNT.finditer(prose):
            message = (
                f"'{found[0].strip(' ,.')}' is typed by hand. Put it into a data file and show it with a macro."
            )
            yield page.problem(
                prose.count("\n", 0, found.start()) + 1, message, '[[= figure("row-id") =]]'
            )
