"""schema.org descriptions of each page, as JSON in its head.

`<`, `>` and `&` are escaped in it, so no row can end the script element.
"""

from __future__ import annotations

from functools import partial

from jinja2.utils import htmlsafe_json_dumps

from ...schema_org import descriptions
from ...site import Site, SitePage

HEAD_END = "</head>"


def add_descriptions(site: Site) -> None:
    """Adds them to each page. Does nothing if the site has no address: descriptions need absolute ones."""
    if not site.settings.url:
        return
    for page in site.pages:
        made_of = (page.source, page.url, page.title, repr(site.settings), site.guide.digest)
        scripts = site.once(f"schema.org {page.file}", made_of, partial(_scripts, site, page))
        html = site.html[page.file]
        end = html.find(HEAD_END)
        at = len(html[:end].rstrip()) if end >= 0 else len(html)
        site.html[page.file] = html[:at] + scripts + html[at:]


def _scripts(site: Site, page: SitePage) -> str:
    found = descriptions(site.guide, page.source, _crumbs(site, page), site.settings.url)
    return "".join(
        f'\n  <script type="application/ld+json">{htmlsafe_json_dumps(item, sort_keys=True)}</script>'
        for item in found
    )


def _crumbs(site: Site, page: SitePage) -> list[tuple[str, str]]:
    home = (site.settings.name, site.settings.url)
    return [home, (page.title, site.settings.url + page.url)] if page.url else [home]
