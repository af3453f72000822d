"""The checkouts of a comparison, base and change: a folder of the project, and the site built from it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

BUILD_SECONDS = 300
# The same for both, so that no address differs.
ADDRESS = "https://example.org/guide/"


class NoSuchBase(Exception):
    """The base is neither a folder of the project nor a commit that git knows here."""


class DoesNotBuild(Exception):
    """Carries the last lines that a failing build printed."""


@contextmanager
def base_folder(base: str, root: Path) -> Iterator[Path]:
    """The project before the change: a folder, used in place, or the files of a commit in a temporary one.

    Raises:
        NoSuchBase: the name is neither a folder nor a commit.
    """
    if (Path(base) / "mkdocs.yml").is_file():
        yield Path(base).resolve()
        return
    commit = commit_of(base, root)
    with TemporaryDirectory(prefix="guide-base-") as folder:
        archive = _git(root, "archive", "--format=tar", commit)
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        yield Path(folder)


def commit_of(base: str, root: Path) -> str:
    """The full id of a commit. Raises NoSuchBase."""
    try:
        found = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}"
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoSuchBase(
            f"BASE is {base!r}, and that is neither a folder that holds mkdocs.yml nor a commit that git knows here. "
            "Name a branch or a commit (make compare BASE=main), or fetch it first (git fetch origin main)."
        ) from error
    return found.decode().strip()


def files_beside_content(base: str, root: Path) -> list[str]:
    """Files outside docs/ and data/ that differ from a commit, untracked ones included; none known for a folder."""
    if (Path(base) / "mkdocs.yml").is_file():
        return []
    changed = _git(root, "diff", "--name-only", "-z", commit_of(base, root), "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    names = (changed + new).decode("utf-8", "replace").split("\0")
    return sorted({name for name in names if name and not name.startswith(("docs/", "data/"))})


def build(project: Path, site: Path) -> None:
    """Builds the site of a project folder with the libraries installed here. Raises DoesNotBuild."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    environment = {"SITE_URL": ADDRESS, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    try:
        done = subprocess.run(
            command,
            cwd=project,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=BUILD_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DoesNotBuild(f"Stopped after {BUILD_SECONDS} seconds.") from None
    if done.returncode != 0:
        raise DoesNotBuild("\n".join(done.stdout.splitlines()[-40:]))


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout
