"""What a server holds from one build to the next: what a step made, for as long as what it is made of is equal.

Only the last build's are held, and only while serving. An edit of the guide's code loads this module again, empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from ..pages.page import Page

Files = Mapping[str, "str | bytes"]
_files: dict[str, tuple[tuple[str, ...], Files]] = {}


def files_again(name: str, made_of: Iterable[str], make: Callable[[], Files]) -> Files:
    """The files of a step as the last build made them, if it made them of the same."""
    key = tuple(made_of)
    if name not in _files or _files[name][0] != key:
        _files[name] = (key, make())
    return _files[name][1]


# The pages of a guide three times as large, before and after each step that changes them on their own.
@lru_cache(maxsize=600)
def edited_again(edit: Callable[[str], str], html: str) -> str:
    """A page as the last build changed it, if it was the same."""
    return edit(html)


def called_by(pages: Iterable[Page]) -> str:
    """What steps read of pages as they were written: each with its title and its macro calls."""
    return repr(
        [
            (page.path, page.title, [(call.name, call.args, call.kwargs) for call in page.calls])
            for page in pages
        ]
    )
