"""The parts of the guide and their pages, in the order of its menu."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml without knowing what its tags, such as `!ENV`, stand for."""


_Settings.add_multi_constructor("!", lambda *_: None)


def parts(root: Path) -> dict[str, list[tuple[str, str]]]:
    """The pages of each part as (title in the menu, path below docs/). A page outside parts is a part of its own."""
    settings: dict[str, Any] = yaml.load(  # a safe loader with one more tag
        (root / "mkdocs.yml").read_text(encoding="utf-8"), _Settings
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in settings["nav"]:
        for name, inside in entry.items():
            pages = [{name: inside}] if isinstance(inside, str) else inside
            found[name] = [(title, path) for page in pages for title, path in page.items()]
    return found


def titles_in_menu(root: Path) -> dict[str, str]:
    """What the menu calls each page, by its path below docs/: `Roles: Side by side`."""
    return {
        path: title if title == part else f"{part}: {title}"
        for part, pages in parts(root).items()
        for title, path in pages
    }
