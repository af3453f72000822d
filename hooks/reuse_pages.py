"""Puts components back into pages. While serving, what is made of an unchanged page is that of the server's last build.

Placeholders stand for components while Markdown runs, which saves time (guide/view/stand_ins.py).

* `on_config` tells hooks/macros.py, which runs later, that components are put back, and whether the site is served:
  then it expands the macros of a page again only if they return something else.
* `on_page_content` gives a page its components back, while serving in the same way.
* `on_startup` lets MkDocs read the head of a page, while serving, only if the page has changed.
"""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache, partial
from typing import Any

from invocation import command
from mkdocs.plugins import event_priority
from mkdocs.utils import meta

# Inside the events, imports of the guide see its edits while serving.


@event_priority(100)
def on_config(config: Any) -> Any:
    """The configuration; its plugin for macros knows that components are put back, and whether it is of a server."""
    vars(config.plugins["macros"]).update(puts_back=True, is_served=command() == "serve")
    return config


@event_priority(100)
def on_page_content(html: str, *, page: Any, config: Any, **_: Any) -> str:
    """The page's HTML with its components. MkDocs learns of the anchors in them, to which pages may link."""
    from guide.publish.between_builds import made_again

    macros = config.plugins["macros"]
    put_back = partial(macros.stand_ins.put_back, html)
    if macros.is_served:
        made_of = (html, *macros.stand_ins.replaced)
        html, anchors = made_again(f"whole {page.file.src_uri}", made_of, put_back)
        macros.stand_ins.replaced.clear()
    else:
        html, anchors = put_back()
    page.present_anchor_ids |= anchors
    return html


def on_startup(**_: Any) -> None:
    """In a server, a page's head is parsed once from now on."""
    if command() != "serve":
        return
    parsed = lru_cache(maxsize=2_000)(meta.get_data)

    def get_data(text: str) -> tuple[str, dict[str, Any]]:
        body, data = parsed(text)
        return body, deepcopy(data)  # whoever is given it may change it

    vars(meta)["get_data"] = get_data
