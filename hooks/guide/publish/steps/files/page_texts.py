"""Each page as Markdown beside it, the whole guide for each track, and `llms.txt`."""

from __future__ import annotations

import re

from ....facts.freshness import data_date, spoken_date
from ....view.components import Components
from ...page_texts import PublishedPage, page_text, text_files
from ...site import Site, SitePage

# Pages with content of their own end with it.
SOURCES = "page-sources"
# The template's last empty line, below everything that a page shows.
END = re.compile(r"\n\n? *$")


def write_page_texts(site: Site) -> None:
    """Writes the texts, and a link to its text at the end of each page."""
    if site.is_preview:
        return
    pages = [published(site, page) for page in site.pages]
    files = text_files(
        pages, site.settings.name, site.settings.url, _edition(site), site.memory.recall
    )
    for name, text in files.items():
        site.write(name, text)
    components = Components(site.guide.root / "overrides" / "components")
    for page in site.pages:
        if page.url and SOURCES in site.content(
            page
        ):  # the home page ends with links to start from
            _add_link(site, page, components)


def write_text_again(site: Site, source: str) -> None:
    """Writes the text of one page once more, after a later step has filled something in."""
    page = next(page for page in site.pages if page.source == source)
    found = published(site, page)
    site.write(found.path, page_text(found, site.settings.url, site.memory.recall))


def _edition(site: Site) -> str:
    return spoken_date(data_date(site.guide))


def published(site: Site, page: SitePage) -> PublishedPage:
    """A page as readers get it."""
    part = page.groups[0] if page.groups else ""
    return PublishedPage(
        page.url, page.title, page.description, site.content(page), part, page.tags
    )


def _add_link(site: Site, page: SitePage, components: Components) -> None:
    # Names of pages are checked: letters, digits and hyphens.
    name = page.url.strip("/").replace("/", "-")
    link = components.render("page_text.html", {"name": name})
    html = site.html[page.file]
    article = html.rindex("</article>", 0, html.index("</main>"))
    end = END.search(html, 0, article)
    at = end.start() if end else article
    site.html[page.file] = f"{html[:at]}\n  {link}{html[at:]}"
