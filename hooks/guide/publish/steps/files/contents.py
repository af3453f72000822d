"""What the search and the page texts take from each page, made of one page after the other.

Each page's HTML is parsed once for both, and no more than a few pages are in memory as trees, however many a site has.
The steps that write the files find what was made here among the answers of this build.
"""

from __future__ import annotations

from collections import deque

from ...page_texts import page_text
from ...search.documents import documents
from ...search.files import tracks_of
from ...site import Site
from .page_texts import published
from .search import rendered_page


def read_contents(site: Site) -> None:
    """Makes the documents and the text of each page. A preview makes neither unless they are asked for."""
    if site.is_preview:
        return
    tracks, recall = tracks_of(site.guide), site.memory.recall
    for page in site.pages:
        deque(documents([rendered_page(site, page)], tracks, recall), maxlen=0)
        page_text(published(site, page), site.settings.url, recall)
