"""The line of the footer that says which data and which commit the site is built from."""

from __future__ import annotations

from ....facts.freshness import data_date, spoken_date
from ....view.components import Components
from ...site import Site

FOOTER = '<div class="md-copyright">'


def add_build_info(site: Site) -> None:
    """Writes the line into every page. Raises NotFinished for a commit that is none."""
    root, repository = site.guide.root, site.settings.repo_url.rstrip("/")
    info = site.build_info
    address = f"{repository}/commit/{info.commit}" if info and repository else ""
    values = {"date": spoken_date(data_date(site.guide)), "info": info, "address": address}
    line = str(Components(root / "overrides" / "components").render("build_info.html", values))
    site.edit_all(lambda html: html.replace(FOOTER, FOOTER + line))
