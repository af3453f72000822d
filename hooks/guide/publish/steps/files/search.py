"""The search index, and our worker in place of the theme's.

The theme fetches `search/search_index.json` with every page. It is kept for its settings, without documents. What
our worker fetches when a reader searches is written beside it (../search/inverted_index.py). A builder without
that file, such as Zensical, has another kind of search, which is left unchanged.
"""

from __future__ import annotations

import json
import re
from copy import copy
from pathlib import PurePosixPath

from ...search.documents import Rendered
from ...search.files import search_files
from ...site import NotFinished, Site, SitePage

INDEX = "search/search_index.json"
STARTS = ("search/core.json", "search/words/", "search/texts/")
WORKER = re.compile(r'"search": "([^"]*)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js"')
OURS = r'"search": "\1assets/search/worker.js"'


def write_search(site: Site) -> None:
    """Writes the files below `search/` and names our worker in every page."""
    if not site.paths(INDEX):
        return
    settings = json.loads(site.files.read(INDEX))["config"]
    site.write(INDEX, json.dumps({"config": settings, "docs": []}, separators=(",", ":")))
    published, repository = copy(site), site.settings.repo_url
    published.html = dict(site.html)  # later steps change it

    def files() -> dict[str, str]:
        found = search_files(site.guide, rendered(published), repository, site.memory.recall)
        return {f"search/{name}": text for name, text in found.items()}

    site.write_all(STARTS, [repository, repr(site.pages), *published.html.values()], files)
    site.edit_all(with_our_worker)


def rendered(site: Site) -> list[Rendered]:
    """The pages as readers get them, in the order of their files."""
    pages = sorted(site.pages, key=lambda page: _place(page.source))
    return [rendered_page(site, page) for page in pages]


def rendered_page(site: Site, page: SitePage) -> Rendered:
    """A page as readers get it."""
    part = page.groups[-1] if page.groups else ""
    return Rendered(page.url, page.title, page.description, site.content(page), part)


def with_our_worker(html: str) -> str:
    """The page with our worker. Raises NotFinished if the theme names its own in another way."""
    swapped, count = WORKER.subn(OURS, html)
    if count != 1:
        raise NotFinished(
            f"The theme names its search worker {count} times in a page; "
            "hooks/guide/publish/steps/files/search.py expects it once."
        )
    return swapped


def _place(source: str) -> tuple[tuple[str, ...], bool, str]:
    """A folder's own pages before those of the folders in it, and index.md before the others."""
    path = PurePosixPath(source)
    return path.parent.parts, path.name != "index.md", path.name
