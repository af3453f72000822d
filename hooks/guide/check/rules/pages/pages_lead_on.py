"""No page is a dead end: it links to a next page just before its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

PAGE_LINK = re.compile(r"\]\([^)#\s]+\.md(#[\w-]+)?\)")


def check(_guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at the last paragraph before page_sources()."""
    for page in pages:
        paragraphs = page.text.rstrip().split("\n\n")
        if len(paragraphs) > 1 and not PAGE_LINK.search(paragraphs[-2].replace("\n", " ")):
            line = page.text.rstrip().count("\n") + 1
            message = (
                "the page is a dead end. Before its sources, name the next page and link to it."
            )
            yield page.problem(line, message, "Next: [Mistakes](mistakes.md).")
