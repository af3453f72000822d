"""No amount, share or level is typed into a page: each comes from a row with a source and a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

DIGIT = re.compile(r"\d")
# Each holds a digit, which few lines do.
FIGURES = (
    (
        re.compile(r"\$\s?\d[\d,.]*\s?[KkMm]?|\b\d{1,3},\d{3}\b|\b\d+K\b"),
        '[[= figure("row-id") =]]',
    ),
    (re.compile(r"\b\d+(?:\.\d+)? ?(?:%|percent\b)"), '[[= figure("row-id") =]]'),
    (re.compile(r"\b[Ll]evels? \d\d\b|\bL\d\d\b"), "[[= level(64) =]]"),
)


def check(_guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at prose; headings, code samples and macro arguments are left alone."""
    for page in pages:
        for number, line in enumerate(page.prose.split("\n"), start=1):
            if line.startswith("#") or not DIGIT.search(line):
                continue
            for pattern, correction in FIGURES:
                for found in pattern.finditer(line):
                    message = f"'{found[0].strip(' ,.')}' is typed by hand. Show it with a macro, from a data file."
                    yield page.problem(number, message, correction)
