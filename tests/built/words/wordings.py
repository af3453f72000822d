"""Looks for wordings that must not come back, and says what is better."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.built.site import Page, visible_text

# The wording as a pattern; a sentence that it finds; and what is right or better.
Wording = tuple[str, str, str]


def found_on(pages: Iterable[Page], wordings: Iterable[Wording]) -> list[str]:
    """Each wording on these pages, with its page and what is better."""
    wordings = list(wordings)
    return [
        f"{page.url}: '{found[0]}', better: {better}"
        for page in pages
        for text in [visible_text(page.content)]
        for pattern, _, better in wordings
        for found in re.finditer(pattern, text)
    ]
