"""Events of a build: writes each page as Markdown beside it, the whole guide for each track, and `llms.txt`.

Not while serving: it takes seconds, and a writer looks at pages. Zensical runs no hooks: its pages have no such text,
and no link to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority

_order: list[Any] = []
_pages: dict[str, Any] = {}
_commands: list[str] = []


def on_startup(*, command: str, **_: Any) -> None:
    """Notes whether this is `mkdocs serve`. Also keeps this module between its builds."""
    _commands[:] = [command]


def on_pre_build(**_: Any) -> None:
    """Forgets the pages of the build before."""
    _pages.clear()


def on_nav(nav: Any, **_: Any) -> Any:
    """The menu unchanged; notes its order, since pages are rendered in the order of their files."""
    _order[:] = [page.url for page in nav.pages]
    return nav


def on_env(env: Any, **_: Any) -> Any:
    """The environment with `page_texts`, which main.html asks before it leads to the text of a page."""
    env.globals["page_texts"] = "serve" not in _commands
    return env


@event_priority(-100)
def on_page_context(context: Any, *, page: Any, **_: Any) -> Any:
    """The context unchanged; notes the page as readers get it."""
    from guide.publish.page_texts import Told

    part = page.ancestors[-1].title if page.ancestors else ""
    tags = page.meta.get("tags", [])
    description = page.meta.get("description", "")
    url = page.url.removeprefix("./")
    _pages[page.url] = Told(url, page.title, description, page.content, part, tags)
    return context


def on_post_build(*, config: Any) -> None:
    """Writes the texts."""
    if "serve" in _commands:
        return
    from guide.facts.freshness import data_date, spoken_date
    from guide.publish.page_texts import text_files

    edition = spoken_date(data_date(config.plugins["macros"].checked.guide))
    pages = [_pages[url] for url in _order]
    for name, text in text_files(pages, config.site_name, config.site_url or "", edition).items():
        path = Path(config.site_dir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
