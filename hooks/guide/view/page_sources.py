"""Which sources a page rests on, without building it."""

from __future__ import annotations

from ..facts.freshness import data_date
from ..pages.links import Links
from ..pages.page import Page
from ..rows.loading import Guide
from ..rows.models import Source
from .components import Components
from .context import Context
from .macros import MACROS


def sources_of_page(guide: Guide, page: Page) -> list[Source]:
    """The sources that the page's calls cite, by first use. The page must have passed the check."""
    components = Components(guide.root / "overrides" / "components")
    links = Links(guide.root / "docs", page.path)
    context = Context(guide, components, links, data_date(guide), macros=MACROS)
    for call in page.calls:
        MACROS[call.name](context, *call.args, **call.kwargs)
    return context.cited_sources()
