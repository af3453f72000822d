"""Events of a build: makes what the search answers from, and hands the theme our worker in place of its own.

The theme fetches `search/search_index.json` with every page. It stays, with its settings and without documents. What
the worker fetches once a reader wants to search is written beside it (guide/publish/search/inverted_index.py).
Zensical runs no hooks and keeps its own search.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

WORKER = re.compile(r'"search": "([^"]*)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js"')
OURS = r'"search": "\1assets/search/worker.js"'

_pages: list[Any] = []


def on_pre_build(**_: Any) -> None:
    """Forgets the pages of the build before, while serving."""
    _pages.clear()


def on_env(env: Any, **_: Any) -> Any:
    """The environment with `own_search`, which main.html calls with the theme's configuration."""
    env.globals["own_search"] = own_search
    return env


def own_search(configuration: str) -> str:
    """The theme's configuration with our worker. Raises PluginError if the theme names its own in another way."""
    swapped, count = WORKER.subn(OURS, configuration)
    if count != 1:
        raise PluginError(
            f"The theme names its search worker {count} times; hooks/build_search.py knows once."
        )
    return type(configuration)(swapped)


def on_page_content(html: str, *, page: Any, **_: Any) -> str:
    """The HTML unchanged; the search plugin skips the page, since its documents would be thrown away."""
    page.meta["search"] = {"exclude": True}
    return html


@event_priority(-100)
def on_page_context(context: Any, *, page: Any, **_: Any) -> Any:
    """The context unchanged; notes the page as readers get it: lists of tags are filled in later than the content."""
    from guide.publish.search.documents import Rendered

    description = page.meta.get("description", "")
    part = page.parent.title if page.parent else ""
    _pages.append(
        Rendered(page.url.removeprefix("./"), page.title, description, page.content, part)
    )
    return context


@event_priority(-100)
def on_post_build(*, config: Any) -> None:
    """Writes the files of the search, after the search plugin has written its own."""
    from guide.publish.search.files import search_files
    from guide.rows.problems import ProblemsFound

    folder = Path(config.site_dir) / "search"
    index = folder / "search_index.json"
    settings = json.loads(index.read_text(encoding="utf-8"))["config"]
    stub = json.dumps({"config": settings, "docs": []}, separators=(",", ":"))
    index.write_text(stub, encoding="utf-8")
    try:
        files = search_files(config.plugins["macros"].checked.guide, _pages, config.repo_url or "")
    except ProblemsFound as problems:
        raise PluginError(str(problems)) from None
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
