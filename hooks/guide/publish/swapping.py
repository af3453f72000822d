"""Replaces a folder atomically."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


class StagedSite:
    """A build in progress: made in `<live>.next`, then swapped in for `live`."""

    def __init__(self, site_dir: str) -> None:
        # The real path: renaming must move the folder, not the link that leads to it.
        self.live = Path(os.path.realpath(site_dir))
        self.next = self.live.with_name(self.live.name + ".next")
        self.old = self.live.with_name(self.live.name + ".old")

    def begin(self) -> None:
        """Tidy up after a killed build and make an empty folder; raises OSError."""
        if self.live.is_file() or self.live.is_mount():
            raise OSError(f"{self.live} cannot be renamed: it is a file or a mount point")
        self._put_back()
        if self.old.exists():
            self._retire_old()
        self.discard()
        self.next.mkdir(parents=True)

    def publish(self) -> None:
        """Swap the finished build in; on any exception `live` is what it was before."""
        try:
            if self.live.exists():
                self.live.rename(self.old)
            self.next.rename(self.live)
        except BaseException:  # Ctrl-C between the two renames included
            self._put_back()
            raise
        if self.old.exists():
            self._retire_old()

    def discard(self) -> None:
        """Delete the unfinished build, if there is one."""
        if self.next.exists():
            shutil.rmtree(self.next)

    def _put_back(self) -> None:
        """Undo a swap that stopped half-way."""
        if self.old.exists() and not self.live.exists():
            self.old.rename(self.live)

    def _retire_old(self) -> None:
        """Delete the site that was replaced, except its hidden top-level entries."""
        for entry in self.old.glob(".*"):
            if not (self.live / entry.name).exists():
                entry.rename(self.live / entry.name)
        shutil.rmtree(self.old)
