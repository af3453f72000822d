"""Pages hold Markdown prose; HTML and tables are written only in components."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

# The one mark that Material's tags plugin reads; it becomes the list of pages by topic.
TAGS_LISTING = "<!-- material/tags -->"
FAULTS = (
    (
        re.compile(r"^[ \t]*(?:\|.*\||\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*)$", re.M),
        "a table is made from rows: put them in data/ and show them with a macro.",
    ),
    (
        re.compile(r"<(?!https?://)[a-zA-Z/!?]"),
        "raw HTML is not allowed in pages. Use Markdown or a macro.",
    ),
    (
        re.compile(r"\{:?[^}\n]*=[^}\n]*\}"),
        "an attribute list may hold classes and an anchor only: {.name #anchor}.",
    ),
    (
        re.compile(r"[(<:]\s*(?:javascript|vbscript|data)\s*:", re.I),
        "only web addresses and pages may be linked.",
    ),
)


def check(_guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Code samples may show HTML. After Markdown, markup.py checks the built page again."""
    for page in pages:
        prose = page.prose.replace(TAGS_LISTING, "")
        for pattern, message in FAULTS:
            for found in pattern.finditer(prose):
                yield page.problem(
                    prose.count("\n", 0, found.start()) + 1, f"'{found[0].strip()}': {message}"
                )
