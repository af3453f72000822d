"""Every claim of the ledger leads to a study page on its topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem, allowed

LEDGER = "reference/claims.md"


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """The page exists, and is not the ledger itself."""
    topics = {page.path for page in pages} - {LEDGER}
    for row, place in guide.claims.with_places():
        if row.page not in topics:
            message = f"'{row.page}' is not a topic page. {allowed(row.page, topics)}"
            yield guide.claims.problem(row, place, "page", message)
