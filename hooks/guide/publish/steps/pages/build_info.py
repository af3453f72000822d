"""The commit that the site is built from, on the page of downloads and nowhere else.

The footer of each page leads there. A page that named the commit would change with every commit, and readers who
saved the guide would download every page again.
"""

from __future__ import annotations

from ....pages.links import file_below_site
from ....view.components import Components
from ....view.downloads import PAGE
from ...site import Site

PLACE = '<span class="edition-commit">'


def add_build_info(site: Site) -> None:
    """Writes it into the page. Raises NotFinished for an invalid commit id."""
    root, repository = site.guide.root, site.settings.repo_url.rstrip("/")
    info = site.build_info
    page = file_below_site(PAGE)
    if page not in site.html:
        return
    address = f"{repository}/commit/{info.commit}" if info and repository else ""
    values = {"info": info, "address": address}
    html = Components(root / "overrides" / "components").render("build_info.html", values)
    site.html[page] = site.html[page].replace(PLACE, f"{PLACE}{html}", 1)
