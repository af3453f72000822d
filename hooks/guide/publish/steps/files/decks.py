"""Decks of cards, for Anki and as CSV."""

from __future__ import annotations

from ...decks import deck_files
from ...site import Site


def write_decks(site: Site) -> None:
    """Writes `cards/*`."""
    for path, content in deck_files(
        site.guide, list(site.checked.pages), site.settings.url
    ).items():
        site.write(path, content)
