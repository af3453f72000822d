"""Decks of cards, for Anki and as CSV."""

from __future__ import annotations

from ....pages.build_info import commit_time
from ...between_builds import called_by
from ...decks import deck_files
from ...site import Site


def write_decks(site: Site) -> None:
    """Writes `cards/*`."""
    pages, url = list(site.checked.pages), site.settings.url
    key = [called_by(pages), url, str(commit_time(site.guide.root))]
    site.write_all(["cards/"], key, lambda: deck_files(site.guide, pages, url))
