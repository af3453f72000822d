"""The file for crawlers, with the site's own address."""

from __future__ import annotations

from ...site import Site

PATH = "robots.txt"
ADDRESS = "{{ config.site_url }}"


def write_robots(site: Site) -> None:
    """Writes `robots.txt` from the theme's template, which some builders copy without rendering it."""
    template = (site.guide.root / "overrides" / PATH).read_text(encoding="utf-8")
    site.write(PATH, template.replace(ADDRESS, site.settings.url).rstrip("\n"))
