"""The files of a site: on disk, or held in memory until the build that makes them has succeeded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from ..rows.readers.files import stamp_of

MakeFiles = Callable[[], Mapping[str, "str | bytes"]]


class SiteFiles:
    """The files below a folder, by their path below it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, path: str) -> bytes:
        """What a file holds. Raises OSError if there is none."""
        return (self.folder / path).read_bytes()

    def write(self, path: str, content: bytes) -> None:
        """Writes a file, in a new folder if need be."""
        target = self.folder / path
        try:
            target.write_bytes(content)
        except FileNotFoundError:  # the first file of its folder
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def paths(self, *patterns: str) -> list[str]:
        """The files that match one of these, in order."""
        found = {
            path for pattern in patterns for path in self.folder.glob(pattern) if path.is_file()
        }
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def remove(self, path: str) -> None:
        """Removes a file, and the folders that it leaves empty."""
        file = self.folder / path
        file.unlink()
        for folder in file.parents:
            try:
                folder.rmdir()
            except OSError:  # Not empty. Listing what is in it would take longer with each file.
                break


class HeldFiles(SiteFiles):
    """What a build of a server writes, in memory, above the folder with what a library writes past it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._held: dict[str, bytes] = {}
        self._later: list[tuple[tuple[str, ...], MakeFiles]] = []

    def read(self, path: str) -> bytes:
        """What a file holds. Raises OSError if there is none."""
        return self._held[path] if path in self._held else super().read(path)

    def write(self, path: str, content: bytes) -> None:
        """Holds a file."""
        self._held[path] = content

    def make_later(self, starts: Sequence[str], make: MakeFiles) -> None:
        """Notes how files are made whose paths begin with one of `starts`, for when one of them is asked for."""
        self._later.append((tuple(starts), make))

    def makes_later(self, path: str) -> bool:
        """Whether this may be the path of such a file."""
        return any(path.startswith(starts) for starts, _ in self._later)

    def made_later(self, path: str) -> bytes | None:
        """What such a file holds; None for any other."""
        for starts, make in self._later:
            if path.startswith(starts) and (content := make().get(path)) is not None:
                return content.encode() if isinstance(content, str) else content
        return None

    def paths(self, *patterns: str) -> list[str]:
        """The files that match one of these, in order."""
        held = {
            path for pattern in patterns for path in self._held if _form(pattern).fullmatch(path)
        }
        return sorted(held.union(super().paths(*patterns)))

    def settle(self) -> None:
        """Writes what is held to the folder. Raises OSError."""
        on_disk = SiteFiles(self.folder)
        for path, content in self._held.items():
            on_disk.write(path, content)

    def remove(self, path: str) -> None:
        """Removes a file from memory, from disk, or from both."""
        self._held.pop(path, None)
        if (self.folder / path).is_file():
            super().remove(path)


def content_of(path: str) -> bytes:
    """What a file holds, read once by a server for as long as no one writes it. Raises OSError."""
    return _content(path, stamp_of(path))


@lru_cache(maxsize=5_000)  # what a large guide copies
def _content(path: str, _: tuple[int, ...]) -> bytes:
    return Path(path).read_bytes()


def contents_of(files: SiteFiles) -> dict[str, bytes]:
    """Every file with what it holds."""
    return {path: files.read(path) for path in files.paths("**/*")}


def replace_what_differs(
    live: SiteFiles, old: Mapping[str, bytes], new: Mapping[str, bytes], aside: SiteFiles
) -> None:
    """Makes a site that holds `old` one that holds `new`. Raises OSError.

    Files are written `aside` first, on the same file system, so that whatever there is no room for fails while the site
    is still what it was.
    """
    changed = [path for path, content in new.items() if old.get(path) != content]
    for path in changed:
        aside.write(path, new[path])
    # First: where a file was, there may be a folder now.
    for path in old.keys() - new.keys():
        live.remove(path)
    for path in changed:
        target = live.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (aside.folder / path).replace(target)


@cache  # a few patterns, each written in a step
def _form(pattern: str) -> re.Pattern[str]:
    """The paths that a pattern of `Path.glob` matches, as a regular expression."""
    parts = (
        "(?:[^/]+/)*" if part == "**" else re.escape(part).replace(r"\*", "[^/]*") + "/"
        for part in pattern.split("/")
    )
    return re.compile("".join(parts).removesuffix("/"))
