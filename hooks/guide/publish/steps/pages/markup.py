"""The content of each page repaired, and searched for anything that could run.

Pages and data come from untrusted pull requests. The page rules refuse raw HTML in the source; this checks what
Markdown made of it, so that no variant gets through. Scripts belong to the theme, never to content.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from ....rows.recalling import Recall
from ...html.citation_folds import FoldOf, Folds, folds_of, with_folds
from ...html.citation_marks import behind_punctuation, with_marks, without_crowds
from ...html.markup import (
    active_markup,
    unwrap_blocks,
    without_echoes,
    without_entities,
)
from ...site import NotFinished, Site, SitePage


def check_markup(site: Site) -> None:
    """Repairs what readers see and hear. Raises NotFinished for anything that could run."""
    faults = []
    written = {page.path: page.text for page in site.checked.pages}
    shared = site.checked.pages.shared_inputs
    for page in site.pages:
        made_of = (site.html[page.file], written[page.source], shared)
        cited = partial(site.checked.pages.cited, page.source)
        checked = partial(_checked, site, page)
        name = f"markup {page.file}"
        site.html[page.file], found = site.once_of_rows(name, made_of, cited, checked)
        if found:
            faults.append(
                f"docs/{page.source}: content that could run is refused: {', '.join(found)}."
            )
    if faults:
        raise NotFinished("\n".join(faults))


def _checked(site: Site, page: SitePage) -> tuple[tuple[str, list[str]], set[str]]:
    """A page, repaired, with what in it could run; and the tables and rows that its marks were made of."""
    mark_of = partial(site.checked.pages.mark, page.source)
    fold_of = partial(site.checked.pages.folded_mark, page.source)
    repaired = partial(_repaired, mark_of=mark_of, fold_of=fold_of, recall=site.memory.recall)
    site.edit_content(page, repaired)
    html = site.content(page)
    found = site.memory.recall(("active markup", html), partial(active_markup, html))
    return (site.html[page.file], found), site.checked.pages.read_by(page.source)


def _repaired(
    html: str, mark_of: Callable[[Sequence[int]], str], fold_of: FoldOf, recall: Recall
) -> str:
    """The HTML as readers get it. Merged marks depend on rows, so they are rendered first."""
    cut = cache(lambda: without_crowds(without_echoes(without_entities(unwrap_blocks(html)))))
    merged = recall(("lacking marks", html), lambda: cut().numbers)
    marks = [mark_of(numbers) for numbers in merged]
    key = ("repaired", html, *marks)
    folds = recall(key, lambda: folds_of(behind_punctuation(with_marks(cut(), marks))))
    return with_folds(Folds(*folds), lambda *asked: without_entities(fold_of(*asked)))
