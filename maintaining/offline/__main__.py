"""`python -m maintaining.offline`: replaces the offline worker by one that removes itself."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
WORKER = "overrides/offline-worker.js"
REMOVING = Path(__file__).with_name("removing-worker.js")
DONE = f"""\
{WORKER} now removes itself. To publish it, commit and push.
A browser that saved the guide deletes its copy on the next visit. Readers' own notes and marks stay.
The page says that saving is switched off. To switch it on again, revert that commit."""


def main(project: Path = PROJECT) -> int:
    """Replaces the worker, and says what to do next."""
    shutil.copyfile(REMOVING, project / WORKER)
    print(DONE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
