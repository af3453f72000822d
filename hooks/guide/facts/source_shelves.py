"""Where a source is listed: most are secondary, so those are split into shelves by kind of text."""

from __future__ import annotations

from collections.abc import Mapping

from ..rows.models import Source

MAIN = "reference/sources.md"
GUIDES = "reference/sources-guides.md"
PRESS = "reference/sources-press.md"
PAGES = (MAIN, GUIDES, PRESS)
# Each shelf of secondary sources with the kinds on it; all others are on the last.
SHELVES: Mapping[str, tuple[str, ...]] = {
    "interview-guides": ("interview-guide", "question-bank", "book-excerpt", "company-handbook"),
    "advisers": ("adviser", "practitioner"),
    "press": ("press",),
    "copies": (
        *("copy-of-microsoft-text", "copy-of-job-post", "copy-of-personal-account"),
        "microsoft-filing",
    ),
    "data": ("public-data", "public-repository", "crowdsourced-pay"),
    "others": (),
}
ON_GUIDES = ("interview-guides", "advisers")


def shelf_of(source: Source) -> str:
    """The shelf of a secondary source."""
    return next((shelf for shelf, kinds in SHELVES.items() if source.kind in kinds), "others")


def page_of(source: Source) -> str:
    """The page below docs/ that lists a source, with an anchor `source-...`."""
    if source.set_aside or source.grade != "secondary":
        return MAIN
    return GUIDES if shelf_of(source) in ON_GUIDES else PRESS
