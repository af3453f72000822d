"""Each fact is shown on the page it names, and each change at Microsoft on the pages that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page, shown_by
from ....rows.loading import Guide
from ....rows.problems import Problem

TABLES_CALLED_BY_ID = ("ai-facts", "selling-facts")


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks for the ids in calls of facts(), and for calls of page_changes()."""
    shown = shown_by("facts", pages)
    paths = {page.path for page in pages}
    for table in TABLES_CALLED_BY_ID:
        rows = guide[table]
        for row, place in rows.with_places():
            if row.page in paths and (row.page, row.id) not in shown:
                message = (
                    f"'{row.page}' does not show this fact. Call it there, or name another page."
                )
                yield rows.problem(row, place, "page", message, f'[[= facts("{row.id}") =]]')
    yield from _missing_changes(guide, pages, paths)


def _missing_changes(guide: Guide, pages: Sequence[Page], paths: set[str]) -> Iterator[Problem]:
    showing = {
        page.path for page in pages if any(call.name == "page_changes" for call in page.calls)
    }
    rows = guide["company-changes"]
    for row, place in rows.with_places():
        for path in row.pages:
            if path in paths and path not in showing:
                message = f"'{path}' does not call page_changes(). Add the call there, or take the page out."
                yield rows.problem(row, place, "pages", message, "[[= page_changes() =]]")
