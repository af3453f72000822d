"""A folder of releases that a web server reads through one symbolic link, `current`.

    folder/current -> releases/000007
    folder/releases/000006/ ...

A release is copied and checked beside the others before the link is switched, and switching a link is one step: a
visitor gets the old site or the new one, whatever happens in between. The last few stay, so going back is the same
step again.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .checksums import check_checksums, read_checksums, write_checksums
from .compressing import compress_files

RELEASES_TO_KEEP = 5
OWN = {"current", "releases", ".lock"}


class Refused(Exception):
    """Nothing was changed; the message says why and what to do."""


class Host:
    """The folder that a web server serves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases, self.current = folder / "releases", folder / "current"

    def publish(self, site: Path, keep: int = RELEASES_TO_KEEP) -> Path:
        """Makes a release of a built site and switches to it; keeps the newest `keep`. Returns the release.

        Raises:
            Refused: no built site, or a folder that holds something else.
            Damaged: the copy is not what was built; the old site stays.
        """
        if not (site / "index.html").is_file():
            raise Refused(f"{site} has no built site. Run `make build` first.")
        self._check(site)
        self.releases.mkdir(parents=True, exist_ok=True)
        with self._alone():
            release = self.releases / f"{max([0, *self.numbers()]) + 1:06}"
            left_behind = [number for number in self.numbers() if number > self._current_number()]
            self._copy(site, release)
            self._switch(release)
            # A later rollback must not lead to a release that was rolled back.
            self._forget([*left_behind, *self.numbers()[:-keep]])
        return release

    def roll_back(self, number: int | None = None) -> Path:
        """Switches to a release by number, or to the one before the current one, and returns it. Raises Refused."""
        with self._alone():
            numbers = self.numbers()
            older = [number for number in numbers if number < self._current_number()]
            wanted = number if number is not None else max(older, default=0)
            if wanted not in numbers:
                there = ", ".join(f"{number:06}" for number in numbers)
                raise Refused(f"There is no release to go back to. Releases here: {there}.")
            release = self.releases / f"{wanted:06}"
            self._switch(release)
        return release

    def numbers(self) -> list[int]:
        """The numbers of the releases, oldest first."""
        return sorted(int(path.name) for path in self.releases.glob("[0-9]" * 6))

    def _check(self, site: Path) -> None:
        if self.current.exists() and not self.current.is_symlink():
            raise Refused(
                f"{self.current} is a folder, and must be a symbolic link, which publishing switches. Move it away."
            )
        there = {path.name for path in self.folder.iterdir()} if self.folder.exists() else set()
        if there - OWN:
            raise Refused(
                f"{self.folder} has other files ({', '.join(sorted(there - OWN)[:5])}). "
                "Name an empty folder, or one that was published to before."
            )
        if self.folder.resolve().is_relative_to(site.resolve()):
            raise Refused(f"{self.folder} is inside the site itself. Name a folder elsewhere.")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Makes a second publication wait. Raises Refused if nothing was ever published."""
        if not self.releases.is_dir():
            raise Refused(
                f"Nothing was published to {self.folder} yet. Run `make publish TO={self.folder}`."
            )
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _copy(self, site: Path, release: Path) -> None:
        """Copies the site under a temporary name, and renames it once it is complete."""
        coming = self.releases / ".coming"
        if coming.exists():  # left by a publication that was killed
            shutil.rmtree(coming)
        write_checksums(site)
        shutil.copytree(site, coming)
        check_checksums(coming)
        compress_files(coming)
        self._keep_times(coming)
        self._let_everyone_read(coming)
        os.sync()  # on disk before visitors are sent there
        coming.rename(release)

    def _keep_times(self, coming: Path) -> None:
        """Gives unchanged files their current timestamp, so that visitors need not fetch them again."""
        if not self.current.exists():
            return
        live, new = read_checksums(self.current), read_checksums(coming)
        for name in (name for name, digest in new.items() if live.get(name) == digest):
            for ending in ("", ".gz", ".br"):
                old, copy = self.current / (name + ending), coming / (name + ending)
                if old.exists() and copy.exists():
                    shutil.copystat(old, copy)

    def _let_everyone_read(self, coming: Path) -> None:
        """The web server is another user, whatever the habits (umask) of the one who publishes."""
        for path in (self.folder, self.releases, coming, *coming.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)

    def _switch(self, release: Path) -> None:
        """Points `current` at a release in one step: the new link is renamed over the old one."""
        link = self.releases / ".link"
        link.unlink(missing_ok=True)
        # Relative, so that the folder may be moved or mounted elsewhere.
        link.symlink_to(Path("releases") / release.name)
        link.replace(self.current)

    def _current_number(self) -> int:
        return int(self.current.readlink().name) if self.current.is_symlink() else 0

    def _forget(self, numbers: list[int]) -> None:
        for number in set(numbers) - {self._current_number()}:
            shutil.rmtree(self.releases / f"{number:06}")
