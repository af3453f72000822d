"""What pages load, in parts: one for all pages, and one for each group with more. Each part becomes a file."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

Group = tuple[str, ...]


@dataclass(frozen=True)
class Loaded:
    """Paths in the order in which pages load them; `special` is by page, and empty for most."""

    common: Group
    special: dict[str, Group]

    @property
    def special_groups(self) -> list[Group]:
        """Each group that gets a file, once, besides the common one."""
        return sorted(set(self.special.values()) - {()})


@dataclass(frozen=True)
class Joined:
    """Pages that load the new files, those files by path, and the paths of what the pages loaded before."""

    pages: dict[str, str]
    files: dict[str, str]
    replaced: frozenset[str]


def loaded_by(pages: Mapping[str, Sequence[str]], files: Container[str]) -> Loaded:
    """The parts, from what each page loads. Raises ValueError for a path that is not in `files`."""
    for page, paths in pages.items():
        if missing := [path for path in paths if path not in files]:
            raise ValueError(f"{page} loads {missing[0]}, which does not exist. Write that file.")
    first = next(iter(pages.values()), ())
    common = tuple(path for path in first if all(path in paths for paths in pages.values()))
    return Loaded(
        common,
        {
            page: tuple(dict.fromkeys(path for path in paths if path not in common))
            for page, paths in pages.items()
        },
    )


def swapped(html: str, tags: re.Pattern[str], new: str) -> str:
    """The page with `new` in place of the first of these tags, and without the others and the white space before them.

    A pattern that began with that space would be tried at each space of a page.
    """
    pieces: list[str] = []
    end = 0
    for found in tags.finditer(html):
        pieces.append(html[end : found.start()].rstrip())
        end = found.end()
    return "".join([*pieces[:1], new, *pieces[1:], html[end:]]) if pieces else html
