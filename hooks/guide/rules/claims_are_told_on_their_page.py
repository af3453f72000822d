"""Every claim of the ledger is told on the page of its topic."""

from __future__ import annotations

from collections.abc import Iterator

from ..loading import Guide
from ..pages import Page
from ..problems import Problem


def check(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """The page exists and calls page_claims()."""
    telling = {
        page.path for page in pages if any(call.name == "page_claims" for call in page.calls)
    }
    for row, place in guide.claims.with_places():
        if row.page not in telling:
            message = f"'{row.page}' does not call page_claims(). Add the call there, or name another page."
            yield guide.claims.problem(row, place, "page", message)
