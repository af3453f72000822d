"""The commit that a site is built from, so that readers can tell sites apart and find the source code."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


@dataclass(frozen=True)
class BuildInfo:
    """A commit's full id, and whether the files differ from it."""

    commit: str
    is_edited: bool = False

    @property
    def short(self) -> str:
        """The abbreviated commit id."""
        return self.commit[:7]


def build_info_of(root: Path, environment: Mapping[str, str]) -> BuildInfo | None:
    """SOURCE_COMMIT if it is set, else git's HEAD; None for a folder that is not its own repository.

    GITHUB_SHA is not used: when an older commit is published again, it names the newest one.

    Raises:
        ValueError: SOURCE_COMMIT is not a full commit id.
    """
    if named := environment.get("SOURCE_COMMIT"):
        if not COMMIT.fullmatch(named):
            raise ValueError(
                f"SOURCE_COMMIT is {named!r}, and must be a commit's full id: 40 digits."
            )
        return BuildInfo(named)
    top, _, commit = _git(root, "rev-parse", "--show-toplevel", "HEAD").partition("\n")
    # A copy of the guide inside another repository is not that repository's commit.
    if not top or not commit or Path(top).resolve() != root.resolve():
        return None
    edited = _git(root, "status", "--porcelain", "--untracked-files=no")
    return BuildInfo(commit, is_edited=bool(edited))


def commit_time(root: Path) -> int | None:
    """When the commit was made, in seconds since 1970; None for a folder that is not its own repository."""
    top, seconds = (
        _git(root, "rev-parse", "--show-toplevel"),
        _git(root, "log", "-1", "--format=%ct"),
    )
    return int(seconds) if top and seconds and Path(top).resolve() == root.resolve() else None


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where there is no git, no repository or no commit."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
