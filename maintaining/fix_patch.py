"""`python -m maintaining.fix_patch`: runs `make fix` and saves its changes as a patch for the contributor.

It writes build/fix.patch and, in CI, adds the command to the job's summary (GITHUB_STEP_SUMMARY).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOUND = """\
## What a tool can fix

`make fix` fixes part of it. On your computer, run it in your branch and commit what changed:

```sh
make fix
git commit --all --message "Fix what a tool can fix"
```

Or take the artifact `fix`, a patch with the same changes to {files}, and apply it:

```sh
git apply fix.patch
```

What is left is shown beside the lines of your change, under *Files changed*.
"""
NOTHING = """\
## Nothing that a tool can fix

Each problem is shown beside its line under *Files changed*, with what to do about it.
"""


def main(root: Path = ROOT) -> int:
    """The exit code, always 0: the check has already reported what `make fix` cannot fix."""
    subprocess.run(["make", "fix"], cwd=root, check=False, stdout=subprocess.DEVNULL)
    patch = _git(root, "diff", "--binary")
    if patch:
        (root / "build").mkdir(exist_ok=True)
        (root / "build" / "fix.patch").write_bytes(patch)
    count = len(_git(root, "diff", "--name-only", "-z").split(b"\0")) - 1
    files = "one file" if count == 1 else f"{count} files"
    text = FOUND.format(files=files) if patch else NOTHING
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(text)
    print(text)
    return 0


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True).stdout


if __name__ == "__main__":
    sys.exit(main())
