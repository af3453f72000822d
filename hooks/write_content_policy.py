"""Events of a build: writes the Content Security Policy into every page, once nothing changes the pages any more.

`on_config` gives the theme one name for the place of the site, so that its script is equal on pages of every depth.
`on_post_build`, after every other hook (-500), reads the finished pages: hashes are of what a browser gets, so
whatever changes HTML must come before. While serving, MkDocs adds its reload script, with a number that differs each
time, on the way out: `on_serve` lets exactly that script run as well, so that the policy holds while writing too.
A page's own policy cannot forbid other sites to frame it: that takes a header of the host. Zensical runs no hooks:
its pages come from the same checked inputs, but carry no policy.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

RELOADS = "\nlivereload("


def on_config(config: Any) -> Any:
    """The configuration with the path of the site as the place where the theme keeps a reader's choices."""
    if config.site_url:
        config.extra["scope"] = urlsplit(config.site_url).path
    return config


@event_priority(-500)
def on_post_build(*, config: Any) -> None:
    """Writes the policy into every page. Raises PluginError, with all reasons, if a page breaks it."""
    from guide.publish.content_policy import PolicyBroken, with_policies

    site = Path(config.site_dir)
    pages = {
        path.relative_to(site).as_posix(): path.read_bytes().decode()
        for path in sorted(site.rglob("*.html"))
    }
    try:
        changed = with_policies(pages)
    except PolicyBroken as broken:
        raise PluginError(f"The Content Security Policy cannot be kept.\n{broken}") from None
    for path, html in changed.items():
        (site / path).write_bytes(html.encode())


def on_serve(server: Any, **_: Any) -> Any:
    """The server, letting the reload script that it adds to a page run on that page."""
    from guide.publish.serving import rewriting_pages

    server.set_app(rewriting_pages(server.get_app() or server.serve_request, _allow_reloading))
    return server


def _allow_reloading(page: bytes) -> bytes:
    from guide.publish.content_policy import also_allowing, inline_scripts

    html = page.decode()
    reloads = [script for script in inline_scripts(html) if RELOADS in script]
    return also_allowing(html, reloads[-1]).encode() if reloads else page
