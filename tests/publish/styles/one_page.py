"""What is left of a sheet on one page."""

from __future__ import annotations

from guide.publish.styles.purge import purged
from guide.publish.styles.rules import pieces_of
from guide.publish.styles.seen import seen_on, tags_on

PAGE = (
    '<body><p class="lead"><a href="x" id="top">a</a></p><div class="cite--first&#45;hand"></div>'
    '<details class="fold"><summary class="more">b</summary></details><img src="x.png"></body>'
)


def left(css: str, page: str = PAGE, script: str = "", names: tuple[str, ...] = ()) -> str:
    """What is left of a sheet on this page."""
    pieces = purged(pieces_of(css), seen_on([tags_on(page)], [script]), frozenset(names))
    return "".join(map(str, pieces))
