"""The pages of a book in order, and those left out, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from guide.pages.links import address_below_site
from guide.pages.navigation import parts
from guide.pages.reading import read_pages

LIST = Path(__file__).with_name("contents.yml")
TRACKS = frozenset({"pm", "pmm"})


@dataclass(frozen=True)
class Volume:
    """A book: the `name` of its file, its `title`, and its `track`; empty for both."""

    name: str
    title: str
    track: str = ""

    def holds(self, tags: Sequence[str]) -> bool:
        """Whether a page with these tags is part of it. A page without a track is for all."""
        tracks = TRACKS.intersection(tags)
        return not self.track or not tracks or self.track in tracks


VOLUMES = (
    Volume("microsoft-pm-and-pmm", "Microsoft PM and PMM: an open guide"),
    Volume("microsoft-pm", "Microsoft PM: an open guide", "pm"),
    Volume("microsoft-pmm", "Microsoft PMM: an open guide", "pmm"),
)


@dataclass(frozen=True)
class Entry:
    """A page of the guide: its `path` below docs/ and its `title` in the menu."""

    path: str
    title: str

    @property
    def url(self) -> str:
        """Below the site, without a slash in front: `pay/by-level/`; empty for the home page."""
        return address_below_site(self.path)

    @property
    def slug(self) -> str:
        """The name of its chapter, unique in a book: `pay-by-level`."""
        return self.path.removesuffix(".md").replace("/", "-")


@dataclass(frozen=True)
class LeftOut:
    """A page that is on the web only, and why."""

    entry: Entry
    reason: str


@dataclass(frozen=True)
class Contents:
    """The parts of a book with their pages, and what is left out."""

    parts: Sequence[tuple[str, Sequence[Entry]]]
    left_out: Sequence[LeftOut]

    def entries(self) -> Iterator[Entry]:
        """Every page in the order of reading."""
        for _, entries in self.parts:
            yield from entries


def contents(root: Path, volume: Volume) -> Contents:
    """The contents of a book. Raises ValueError where contents.yml and the menu disagree."""
    settings = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    menu = {
        part: [Entry(path, title) for title, path in pages] for part, pages in parts(root).items()
    }
    reasons = _reasons(settings, menu)
    tags = {page.path: page.tags for page in read_pages(root)}
    held = {
        part: [
            entry
            for entry in menu[part]
            if entry.path not in reasons and volume.holds(tags[entry.path])
        ]
        for part in settings["parts"]
    }
    left_out = [
        LeftOut(entry, reasons[entry.path])
        for entries in menu.values()
        for entry in entries
        if entry.path in reasons
    ]
    return Contents([(part, entries) for part, entries in held.items() if entries], left_out)


def _reasons(settings: dict[str, Any], menu: dict[str, list[Entry]]) -> dict[str, str]:
    """Why each page is left out, by its path."""
    reasons = {path: group["reason"] for group in settings["left_out"] for path in group["pages"]}
    in_menu = {entry.path: part for part, entries in menu.items() for entry in entries}
    faults = [
        f"{path} is left out, and is not in the menu of mkdocs.yml"
        for path in reasons.keys() - in_menu.keys()
    ]
    faults += [
        f"{part} is listed under parts, and is no part of the menu of mkdocs.yml"
        for part in settings["parts"]
        if part not in menu
    ]
    faults += [
        f"{path} is in no book: list its part {part!r} under parts, or the page under left_out with a reason"
        for path, part in in_menu.items()
        if part not in settings["parts"] and path not in reasons
    ]
    if faults:
        raise ValueError("\n".join(f"{LIST.name}: {fault}" for fault in sorted(faults)))
    return reasons
