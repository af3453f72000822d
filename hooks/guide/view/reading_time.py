"""How long a page takes to read, counted on what a reader sees."""

from __future__ import annotations

import re

# A usual speed for careful reading of non-fiction on a screen.
WORDS_PER_MINUTE = 200
TAG = re.compile(r"<[^>]*>")

# These show the reading time of other pages, which are rendered first.
SHOW_MINUTES = ("reader_paths", "reading_list")
# Lists of evidence, folded on their pages for whoever wants to check.
FOLDED_EVIDENCE = (
    "final_talk_accounts",
    "job_post_list",
    "loop_reports",
    "name_history",
    "unknowns",
)
# Not counted in reading times.
UNREAD = (
    "page_sources",
    "first_steps",
    "continue_line",
    *FOLDED_EVIDENCE,
    *SHOW_MINUTES,
)


def word_count(html: str) -> int:
    """The words between the tags."""
    return len(TAG.sub(" ", html).split())


def minutes_for(words: int) -> int:
    """Whole minutes, at least 1."""
    return max(1, round(words / WORDS_PER_MINUTE))
