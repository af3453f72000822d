"""The parts of the guide and their pages, in the order of its menu."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..rows.readers.settings import LOADER


class _Settings(LOADER):  # type: ignore[misc, valid-type]
    """Reads mkdocs.yml without resolving its tags, such as `!ENV`."""


_Settings.add_multi_constructor("!", lambda *_: None)


@dataclass(frozen=True)
class MenuEntry:
    """A page in the menu: its path below docs/, what the menu calls it, and the groups around it, outermost first."""

    path: str
    title: str
    groups: tuple[str, ...] = ()


def menu(root: Path) -> list[MenuEntry]:
    """The pages in the order of the menu."""
    return list(_menu((root / "mkdocs.yml").read_text(encoding="utf-8")))


def parts(root: Path) -> dict[str, list[tuple[str, str]]]:
    """The pages of each part as (title in the menu, path below docs/). A page outside parts is a part of its own."""
    return _parts((root / "mkdocs.yml").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def _parts(text: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in _menu(text):
        part = entry.groups[0] if entry.groups else entry.title
        found.setdefault(part, []).append((entry.title, entry.path))
    return found


@lru_cache(maxsize=4)
def _menu(text: str) -> tuple[MenuEntry, ...]:
    settings: dict[str, Any] = yaml.load(text, _Settings)  # a safe loader with one more tag
    return tuple(
        page
        for entry in settings["nav"]
        for name, inside in entry.items()
        for page in _pages(name, inside, ())
    )


def _pages(title: str, inside: Any, groups: tuple[str, ...]) -> Iterator[MenuEntry]:
    """The pages below one entry of the menu; a page without a title of its own has that of its group."""
    if isinstance(inside, str):
        yield MenuEntry(inside, title, groups)
        return
    for entry in inside:
        if isinstance(entry, str):
            yield MenuEntry(entry, title, (*groups, title))
        else:
            for name, below in entry.items():
                yield from _pages(name, below, (*groups, title))


def titles_in_menu(root: Path) -> dict[str, str]:
    """What the menu calls each page, by its path below docs/: `Roles: The roles side by side`."""
    return {
        path: title if title == part else f"{part}: {title}"
        for part, pages in parts(root).items()
        for title, path in pages
    }
