"""The files of the search for a whole guide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...rows.loading import Guide
from ...rows.recalling import Recall, uncached
from .documents import Rendered, documents, track_named_in
from .inverted_index import index_files
from .query_titles import query_titles
from .synonyms import groups

# The page to offer when nothing was found.
TOPICS = "reference/topics/"
MOST_POPULAR = 4
# Tables whose rows have a track, and how their anchors are formed from ids.
TRACKED = {
    "questions": "{}",
    "loops": "{}",
    "worked-answers": "{}",
    "mistakes": "{}",
    "role-plays": "{}",
    "glossary": "term-{}",
    "checklist": "task-{}",
    "faq": "{}",
}


def search_files(
    guide: Guide, pages: Sequence[Rendered], repository: str, recall: Recall = uncached
) -> dict[str, str]:
    """Names below `search/` and texts. `repository` is the project's address, where readers can suggest a topic."""
    found = list(documents(pages, tracks_of(guide), recall))
    return index_files(
        found,
        groups(guide),
        extras(guide, pages, repository),
        query_titles(guide, found),
        recall,
    )


def tracks_of(guide: Guide) -> dict[str, str]:
    """The track of each row that has one, by its anchor."""
    tracks = {
        pattern.format(row.key).lower(): row.track
        for table, pattern in TRACKED.items()
        for row in guide[table].values()
    }
    # A claim is of the track whose page it is judged on.
    return tracks | {
        f"claim-{claim.key}".lower(): track_named_in(claim.page)
        for claim in guide["claims"].values()
    }


def extras(guide: Guide, pages: Sequence[Rendered], repository: str) -> dict[str, Any]:
    """What the search offers when it found nothing: the list of topics, popular pages, and where to suggest one."""
    titles = {page.url: page.title for page in pages}
    return {
        "topics": TOPICS,
        "popular": [[url, titles[url]] for url in _first_steps(guide) if url in titles],
        "ask": f"{repository.rstrip('/')}/issues/new?title=Missing%20topic%3A%20",
    }


def _first_steps(guide: Guide) -> list[str]:
    """The pages that readers are led to first, one a reader's question."""
    paths = sorted(guide["reader-paths"].values(), key=lambda row: row.order)
    pages = [path.steps[0].page for path in paths]
    urls = [page.removesuffix(".md").removesuffix("index") + "/" for page in pages]
    return list(dict.fromkeys(urls))[:MOST_POPULAR]
