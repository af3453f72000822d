"""Every page ends with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(_guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """A citation after page_sources() would be missing from the list, so nothing may follow it."""
    for page in pages:
        lines = page.text.rstrip().split("\n")
        if page.text and lines[-1].replace(" ", "") != "[[=page_sources()=]]":
            yield page.problem(
                len(lines), "the page must end with its sources.", "[[= page_sources() =]]"
            )
        for call in page.calls:
            if call.name == "page_sources" and call.line != len(lines):
                yield page.problem(
                    call.line,
                    "page_sources() belongs on the last line of the page, and only there.",
                )
