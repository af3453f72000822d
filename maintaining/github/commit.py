"""`python -m maintaining.github.commit`: which commit of main a run publishes, as `commit=...` in GITHUB_OUTPUT.

COMMIT names it; empty means the newest. A commit that was never on main is refused: the object store of a repository
also holds the commits of its forks, so a wrong id could otherwise publish a stranger's code.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


class NotOnMain(Exception):
    """The commit is not part of what is checked out."""


def main(env: Mapping[str, str] = os.environ, root: Path = Path()) -> int:
    """The exit code: 1 if the commit may not be published."""
    try:
        commit = commit_to_publish(env.get("COMMIT", ""), root)
    except NotOnMain as error:
        print(error, file=sys.stderr)
        return 1
    if output := env.get("GITHUB_OUTPUT"):
        with Path(output).open("a", encoding="utf-8") as file:
            file.write(f"commit={commit}\n")
    print(f"To publish: {commit}")
    return 0


def commit_to_publish(name: str, root: Path) -> str:
    """The full id of a commit that the checked-out branch contains. Raises NotOnMain."""
    if name and not re.fullmatch(r"[0-9a-f]{7,40}", name):
        raise NotOnMain(f"COMMIT is {name!r}, and must be 7 to 40 digits of a commit's id.")
    found = _git(root, "rev-parse", "--verify", "--quiet", f"{name or 'HEAD'}^{{commit}}")
    commit = found.stdout.strip()
    on_main = commit and _git(root, "merge-base", "--is-ancestor", commit, "HEAD").returncode == 0
    if not on_main:
        raise NotOnMain(
            f"COMMIT is {name!r}, and the branch that is checked out has no such commit."
        )
    return commit


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
