"""The content of each page repaired, and searched for anything that could run.

Pages and data come from untrusted pull requests. The page rules refuse raw HTML with its line; this looks at what
Markdown made of the page, so that no variant gets through. Scripts belong to the theme, never to content.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ...html.citation_marks import behind_punctuation, folded
from ...html.markup import active_markup, unwrap_blocks, without_echoes, without_entities
from ...site import NotFinished, Site


def check_markup(site: Site) -> None:
    """Repairs what readers see and hear. Raises NotFinished for anything that could run."""
    faults = []
    for page in site.pages:
        mark_of = partial(site.checked.pages.mark, page.source)
        site.edit_content(page, partial(_repaired, mark_of=mark_of))
        if found := active_markup(site.content(page)):
            faults.append(
                f"docs/{page.source}: content that could run is refused: {', '.join(found)}."
            )
    if faults:
        raise NotFinished("\n".join(faults))


def _repaired(html: str, mark_of: Callable[[list[int]], str]) -> str:
    html = folded(without_echoes(without_entities(unwrap_blocks(html))), mark_of)
    return behind_punctuation(html)
