"""A link leads to the text itself, or to a copy that is marked as one; never to an address that imitates another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

# Each of these has been submitted. The first group of a match is shown to the contributor.
LOOK_ALIKES = (
    (
        r"//([a-z0-9-]*(?:microsoft|linkedin|levels-fyi|blind)-com[a-z0-9.-]*)",
        "imitates another site",
    ),
    (r"//([a-z0-9.-]*atarimworker\.io)", "is a proxy of another site"),
    (r"//([a-z0-9-]+\.netlify\.app/host-https?-)", "is a proxy of another site"),
    (
        r"//(ms[a-z]*\.azurewebsites\.net|[a-z0-9-]+-site\.azurewebsites\.net)",
        "is a test address of another site",
    ),
    (r"//(reddit\.(?!com\b)[a-z0-9.-]+)", "imitates another site"),
    (r"//([a-z0-9.]*companydirectorylist\.com)", "quotes others on a page about something else"),
    (r"//(blogs\.msdn\.(?:microsoft\.)?com)", "is retired"),
    (r"[?&](replytocom)=", "opens a reply form"),
)
HOW_TO_FIX = "Print the true address as original_address, leave url empty, and say is_copy: true if you read a copy."


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at the address that readers are sent to."""
    for row, place in guide.sources.with_places():
        for pattern, why in LOOK_ALIKES:
            if found := re.search(pattern, row.url or ""):
                message = f"'{found[1]}' {why}. {HOW_TO_FIX}"
                yield guide.sources.problem(row, place, "url", message)
