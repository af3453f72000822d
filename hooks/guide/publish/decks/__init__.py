"""Decks of cards to take along: for Anki, and as CSV for other programs."""

from .files import deck_files

__all__ = ["deck_files"]
