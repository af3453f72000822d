"""Decks of flashcards to download: for Anki, and as CSV for other programs."""

from .files import deck_files

__all__ = ["deck_files"]
