"""Each headline answer shows its certainty on its page, and no source is both for and against it."""

from __future__ import annotations

from collections.abc import Iterator

from ....pages.page import Page, shown_by
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Looks for `certainty("the-id")` on the page that the row names."""
    shown = shown_by("certainty", pages)
    paths = {page.path for page in pages}
    table = guide["answers"]
    for row, place in table.with_places():
        if row.page in paths and (row.page, row.id) not in shown:
            message = (
                f"docs/{row.page} does not show how sure this is. Put the badge after the answer."
            )
            yield table.problem(row, place, "page", message, f'[[= certainty("{row.id}") =]]')
        for source in sorted(set(row.sources) & set(row.against)):
            message = f"'{source}' is listed in sources too. A source is either for or against the answer."
            yield table.problem(row, place, "against", message)
