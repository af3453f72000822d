"""A source as the tools show it: who says it, when, and its grade."""

from __future__ import annotations

from typing import Any

from ...facts.freshness import spoken_period
from ...facts.labels import GRADES
from ...facts.source_shelves import page_of
from ...pages.links import address_below_site
from ...rows.loading import Guide


def source_facts(guide: Guide, source_id: str) -> dict[str, Any]:
    """Publisher, grade (its id and its name), date in words, and the address of its entry below the site."""
    source = guide.sources[source_id]
    return {
        "publisher": source.speaker,
        "grade": source.grade,
        "graded": GRADES[source.grade][0],
        "published": spoken_period(source.published),
        "page": f"{address_below_site(page_of(source))}#source-{source_id}",
    }
