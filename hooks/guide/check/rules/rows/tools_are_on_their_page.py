"""Each study tool is on the page that its row names, where progress and plans send readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page, shown_by
from ....rows.loading import Guide
from ....rows.problems import Problem, nearest


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks for `study_tool("the-id")` on that page."""
    shown = shown_by("study_tool", pages)
    paths = {page.path for page in pages}
    table = guide["study-tools"]
    for row, place in table.with_places():
        if row.page not in paths:
            near = nearest(row.page, paths)
            message = (
                f"'{row.page}' is not a page below docs/. Write it, or name the page of the tool."
            )
            yield table.problem(row, place, "page", message, f"page: {near}" if near else "")
        elif (row.page, row.id) not in shown:
            message = f"docs/{row.page} does not show this tool. Put the call there."
            yield table.problem(row, place, "page", message, f'[[= study_tool("{row.id}") =]]')
