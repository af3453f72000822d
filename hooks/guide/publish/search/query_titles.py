"""Readers' questions as further titles of the documents that answer them: from data/reader-questions.yml."""

from __future__ import annotations

from collections.abc import Sequence

from ...rows.loading import Guide
from ...rows.problems import ProblemsFound, allowed
from .documents import Document

# A further title: the number of the document it is of, and its words.
QueryTitle = tuple[int, str]


def query_titles(guide: Guide, documents: Sequence[Document]) -> list[QueryTitle]:
    """All further titles, by number of their document. Raises ProblemsFound with every target that does not exist."""
    numbers = {f"{d.url}#{d.anchor}": number for number, d in enumerate(documents)}
    rows = guide["reader-questions"]
    problems, found = [], []
    for row, written in rows.with_places():
        place = f"{_url(row.page)}#{row.anchor or ''}"
        if place in numbers:
            found += [(numbers[place], text) for text in row.asked]
            continue
        message = f"'{place}' is not a place that the search knows. {allowed(place, numbers)}"
        problems.append(rows.problem(row, written, "anchor" if row.anchor else "page", message))
    if problems:
        raise ProblemsFound(problems)
    return sorted(found, key=lambda entry: entry[0])


def _url(page: str) -> str:
    """The address below the site: `index.md` is the site's own."""
    stem = page.removesuffix(".md").removesuffix("index")
    return f"{stem}/" if stem else ""
