"""A preview picture for each page, shown with shared links, and its tags in the page's head.

Skipped in a preview and for a site without an address: the tags need an absolute one.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

from ....view.components import Components
from ...cache import cached_bytes
from ...pictures import share_picture
from ...site import Site, SitePage

CACHE = ".cache/pictures"
FOLDER = "pictures"
TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
# For pages whose title has characters that the font lacks.
ICON = "assets/icons/icon-512.png"


def draw_share_pictures(site: Site) -> None:
    """Writes the pictures and names each in its page's head."""
    if site.is_preview or not site.settings.url:
        return
    components = Components(site.guide.root / "overrides" / "components")
    for page in site.pages:
        text = site.html[page.file]
        if found := TITLE.search(text):
            values = _picture(site, page, unescape(found[1]))
            metas = str(components.render("share_picture.html", values))
            site.html[page.file] = text[: found.end()] + metas + text[found.end() :]


def _picture(site: Site, page: SitePage, title: str) -> dict[str, object]:
    if not share_picture.can_draw(title):
        return {"address": site.settings.url + ICON, "size": None}
    path = f"{FOLDER}/{page.url.strip('/').replace('/', '-') or 'home'}.png"
    site.write(path, _drawn(site, page, title))
    return {
        "address": site.settings.url + path,
        "size": share_picture.SIZE,
        "alt": f"{title}. {site.settings.name}",
    }


def _drawn(site: Site, page: SitePage, title: str) -> bytes:
    tracks = tuple(tag for tag in page.tags if tag in share_picture.ACCENTS)
    name = site.settings.name if share_picture.can_draw(site.settings.name) else ""
    return cached_bytes(
        site.guide.root / CACHE,
        "\n".join((title, name, *tracks, _code())),
        lambda: share_picture.share_picture(title, name, tracks),
        max_entries=2 * len(site.pages),  # of this build and of earlier ones
    )


@cache  # once for all pages
def _code() -> str:
    """How pictures are drawn, as part of their key."""
    return Path(share_picture.__file__).read_text(encoding="utf-8")
