"""A picture for each page, which networks show beside a shared link, and what the page's head says of it.

Not in a preview, nor for a site without an address: who shows a picture knows whole addresses only.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from ... import share_picture
from ...cache import cached_bytes
from ...site import Site, SitePage

CACHE, MAX_PICTURES = ".cache/pictures", 400
FOLDER = "pictures"
TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
# Of any page whose title the font cannot write.
ICON = "assets/icons/icon-512.png"


def draw_share_pictures(site: Site) -> None:
    """Writes the pictures and names each in its page's head."""
    if site.is_preview or not site.settings.url:
        return
    for page in site.pages:
        if found := TITLE.search(site.html[page.file]):
            metas = _metas(site, page, html.unescape(found[1]))
            at = found.end()
            site.html[page.file] = site.html[page.file][:at] + metas + site.html[page.file][at:]


def _metas(site: Site, page: SitePage, title: str) -> str:
    if not share_picture.can_draw(title):
        return _meta("property", "og:image", site.settings.url + ICON)
    path = f"{FOLDER}/{page.url.strip('/').replace('/', '-') or 'home'}.png"
    tracks = tuple(tag for tag in page.tags if tag in share_picture.ACCENTS)
    site.write(path, _drawn(site, title, tracks))
    width, height = share_picture.SIZE
    shown = {
        "og:image": site.settings.url + path,
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": f"{title}. {site.settings.name}",
    }
    metas = "".join(_meta("property", name, value) for name, value in shown.items())
    return metas + _meta("name", "twitter:card", "summary_large_image")


def _drawn(site: Site, title: str, tracks: tuple[str, ...]) -> bytes:
    name = site.settings.name if share_picture.can_draw(site.settings.name) else ""
    code = Path(share_picture.__file__).read_text(encoding="utf-8")  # an edit draws anew
    return cached_bytes(
        site.guide.root / CACHE,
        "\n".join((title, name, *tracks, code)),
        lambda: share_picture.share_picture(title, name, tracks),
        max_entries=MAX_PICTURES,
    )


def _meta(kind: str, name: str, value: str) -> str:
    return f'\n  <meta {kind}="{name}" content="{html.escape(value)}">'
