"""How long a page takes to read, counted on what a reader sees."""

from __future__ import annotations

import re

# A usual speed for careful reading of non-fiction on a screen.
WORDS_PER_MINUTE = 200
TAG = re.compile(r"<[^>]*>")


def word_count(html: str) -> int:
    """The words between the tags."""
    return len(TAG.sub(" ", html).split())


def minutes_for(words: int) -> int:
    """Whole minutes, at least 1."""
    return max(1, round(words / WORDS_PER_MINUTE))
