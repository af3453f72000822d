"""The content of each page repaired, and searched for anything that could run.

Pages and data come from untrusted pull requests. The page rules refuse raw HTML with its line; this looks at what
Markdown made of the page, so that no variant gets through. Scripts belong to the theme, never to content.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ...html.citation_marks import behind_punctuation, folded
from ...html.markup import active_markup, unwrap_blocks, without_echoes, without_entities
from ...memory import Recall
from ...site import NotFinished, Site


def check_markup(site: Site) -> None:
    """Repairs what readers see and hear. Raises NotFinished for anything that could run."""
    faults = []
    for page in site.pages:
        mark_of = partial(site.checked.pages.mark, page.source)
        site.edit_content(page, partial(_repaired, mark_of=mark_of, recall=site.memory.recall))
        html = site.content(page)
        if found := site.memory.recall(("active markup", html), partial(active_markup, html)):
            faults.append(
                f"docs/{page.source}: content that could run is refused: {', '.join(found)}."
            )
    if faults:
        raise NotFinished("\n".join(faults))


def _repaired(html: str, mark_of: Callable[[Sequence[int]], str], recall: Recall) -> str:
    """The HTML as readers get it. The marks that it lacks are made of rows, so they are asked for first."""
    lacking = recall(("lacking marks", html), partial(_lacking_marks, html))
    marks = [mark_of(numbers) for numbers in lacking]
    return recall(("repaired", html, *marks), lambda: _with_marks(html, marks))


def _lacking_marks(html: str) -> list[list[int]]:
    """The numbers of the sources of each mark that takes the place of others, in order."""
    lacking: list[list[int]] = []

    def note(numbers: list[int]) -> str:
        lacking.append(numbers)
        return ""

    _folded(html, note)
    return lacking


def _with_marks(html: str, marks: Sequence[str]) -> str:
    left = iter(marks)
    return behind_punctuation(_folded(html, lambda _: next(left)))


def _folded(html: str, mark_of: Callable[[list[int]], str]) -> str:
    return folded(without_echoes(without_entities(unwrap_blocks(html))), mark_of)
