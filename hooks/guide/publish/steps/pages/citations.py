"""The address of each file that a citation names, which is known once the site has one."""

from __future__ import annotations

from functools import partial

from ....view.downloads import DATA_PAGE
from ...downloads.file_facts import with_cited_addresses
from ...site import Site


def complete_citations(site: Site) -> None:
    """Completes the citations of data files, for readers and for the page as text."""
    for page in site.pages:
        if page.source == DATA_PAGE:
            site.edit_content(page, partial(with_cited_addresses, site=site.settings.url))
