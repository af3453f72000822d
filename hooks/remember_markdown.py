"""Caches the HTML that Markdown makes of a page between builds.

A page's text arrives here with its macros expanded, so an edited row or macro changes the text. The key also has the
other inputs: the files that it may link to, the settings of Markdown, the versions of the libraries. Messages
logged during conversion, such as broken links, are cached and logged again.
"""

from __future__ import annotations

import json
import logging
from functools import partial
from typing import Any

import mkdocs
from mkdocs.plugins import event_priority
from mkdocs.structure.toc import AnchorLink, get_toc

log = logging.getLogger(f"{mkdocs.__name__}.structure.pages")
# The inputs that all pages of this build share.
_shared_inputs: dict[str, str] = {}


@event_priority(-100)
def on_nav(nav: Any, *, config: Any, files: Any) -> Any:
    """The menu unchanged. Records the inputs that all pages share."""
    from guide.rows.recalling import hash_of

    settings = [config.markdown_extensions, config.mdx_configs, config.use_directory_urls]
    found = sorted((file.src_uri, file.url, str(file.inclusion)) for file in files)
    # As a hash: every page's key has it, and it grows with the number of pages.
    written = json.dumps([settings, config.validation, found], default=repr)
    _shared_inputs["build"] = hash_of(written)
    return nav


@event_priority(-100)
def on_pre_page(page: Any, *, config: Any, **_: Any) -> Any:
    """The page, with rendering cached."""
    from guide.publish.memory import memory_of

    return with_cached_render(page, memory_of(config.plugins["macros"].checked.guide.root).recall)


def with_cached_render(page: Any, recall: Any) -> Any:
    """The page with a cached version of MkDocs' `render`."""
    page.render = partial(_render, page, page.render, recall)
    return page


def _render(page: Any, render: Any, recall: Any, config: Any, files: Any) -> None:
    """Does for a page what MkDocs' own method does: fills in what is read from its Markdown."""
    level = str(log.getEffectiveLevel())
    key = ("markdown", page.file.src_uri, page.markdown, level, _shared_inputs["build"])
    made = recall(key, lambda: _made(page, partial(render, config, files)))
    page.content, page._title_from_render = made["content"], made["title"]
    page.toc = get_toc(made["toc"])
    page.present_anchor_ids = set(made["anchors"])
    if made["links"] is not None:
        page.links_to_anchors = {files.src_uris[uri]: links for uri, links in made["links"]}
    for at, message in made["logged"]:
        log.log(at, message)


def _made(page: Any, render: Any) -> dict[str, Any]:
    """What Markdown makes of a page, as JSON."""
    captured = _Logged()
    log.addFilter(captured)
    try:
        render()
    finally:
        log.removeFilter(captured)
    links = page.links_to_anchors
    return {
        "content": page.content,
        "title": page._title_from_render,
        "toc": [_written(heading) for heading in page.toc],
        "anchors": sorted(page.present_anchor_ids),
        "links": None if links is None else [[to.src_uri, names] for to, names in links.items()],
        "logged": captured.messages,
    }


class _Logged(logging.Filter):
    """Collects messages, which are logged once the page is filled in."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[tuple[int, str]] = []

    def filter(self, record: logging.LogRecord) -> bool:
        """Records a message and suppresses it."""
        self.messages.append((record.levelno, record.getMessage()))
        return False


def _written(link: AnchorLink) -> dict[str, Any]:
    """An entry of a page's contents as Markdown's extension names its parts."""
    below = [_written(child) for child in link.children]
    return {"name": link.title, "id": link.id, "level": link.level, "children": below}
