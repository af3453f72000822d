"""The feed of changes, which the template names in the head of each page."""

from __future__ import annotations

from ...feed import PATH, feed
from ...site import Site


def write_feed(site: Site) -> None:
    """Writes `feed.xml`."""
    site.write(PATH, feed(site.guide, site.settings.name, site.settings.url))
