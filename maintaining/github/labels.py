"""`python -m maintaining.github.labels`: labels a pull request by what it touches.

It runs beside the comment, with the same token and the same care: names of files come from GitHub, are compared with
our own folders, and go nowhere else. An action for this would need a trigger of its own that gives strangers' pull
requests a token that may write, and one more program to trust.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from . import api
from .preview import BadEvent, check_event, pull_requests

LABELS = {"data": "data", "docs": "pages", ".github": "workflows", ".ci": "workflows"}
# Folders that are named above say it better; what is left is code.
OTHERWISE = "code"


def labels_of(paths: Iterable[str]) -> set[str]:
    """The labels for these files: `data`, `pages`, `workflows`, `code`."""
    return {LABELS.get(path.split("/")[0], OTHERWISE) for path in paths}


def main(env: Mapping[str, str] = os.environ) -> int:
    """The exit code: 1 if the event is malformed or GitHub refuses."""
    try:
        check_event(env)
        for number in pull_requests(env):
            label(env["GITHUB_REPOSITORY"], number)
    except (BadEvent, api.Refused) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def label(repository: str, number: int) -> None:
    """Adds what is missing; a label set by hand stays. Raises api.Refused."""
    files = api.ask(f"repos/{repository}/pulls/{number}/files?per_page=100")
    path = f"repos/{repository}/issues/{number}/labels"
    there = {one["name"] for one in api.ask(f"{path}?per_page=100")}
    missing = labels_of(file["filename"] for file in files) - there
    if missing:
        api.send("POST", path, {"labels": sorted(missing)})


if __name__ == "__main__":
    sys.exit(main())
