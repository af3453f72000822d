"""A page shows and links to pictures of this site only: a reader's browser must not contact another host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

OTHER_HOST = r"<?\s*(?:[a-z][a-z\d+.-]*:|[/\\]{2})"
TEXT = r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
DEFINITION = re.compile(rf"^[ ]{{0,3}}\[([^^\]][^\]]*)\]:\s*{OTHER_HOST}", re.I | re.M)
IMAGE = re.compile(rf"!{TEXT}\(\s*{OTHER_HOST}", re.I)
IMAGE_BY_NAME = re.compile(rf"!{TEXT}(?!\()(?:\s?\[([^\]]*)\])?", re.I)
PICTURE = re.compile(
    r"(?:https?:|(?<=[(<\s]))//[^\s()<>]+\.(?:avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)(?![\w-])",
    re.I,
)


def check(_guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks for images of other hosts, named by an address or by a definition, and for links to picture files there."""
    for page in pages:
        prose = page.prose
        for line in sorted({prose.count("\n", 0, place) + 1 for place in _places(prose)}):
            message = "a picture on another host is not allowed. Put it in docs/, beside the page."
            yield page.problem(line, message)


def _places(prose: str) -> Iterator[int]:
    yield from (found.start() for pattern in (IMAGE, PICTURE) for found in pattern.finditer(prose))
    elsewhere = {_label(found[1]) for found in DEFINITION.finditer(prose)}
    for found in IMAGE_BY_NAME.finditer(prose):
        if _label(found[2] or found[1]) in elsewhere:
            yield found.start()


def _label(text: str) -> str:
    return " ".join(text.lower().split())
