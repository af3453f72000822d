"""`python -m maintaining.github.row`: puts the answer to a filled form (`make row`) under its issue.

The answer was made from a stranger's text by a job without permissions. It is copied and never parsed, and GitHub
renders it as Markdown: what a visitor wrote is inside a fence that nothing in it can close.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from . import api
from .comments import comment
from .events import REPOSITORY, BadEvent, check_event

MARKER = "<!-- guide-row -->"
SHAPES = {"GITHUB_REPOSITORY": REPOSITORY, "ISSUE": r"[0-9]{1,12}"}
# What GitHub takes is 65,536; the marker needs a few.
LONGEST = 65_000
TOO_LONG = (
    "The answer is too long for a comment. On your computer, `make row FORM=body.md` prints it."
)


def main(env: Mapping[str, str] = os.environ) -> int:
    """The exit code: 1 if the event is malformed or GitHub refuses."""
    try:
        check_event(env, SHAPES)
        print(answer(env["GITHUB_REPOSITORY"], int(env["ISSUE"]), Path(env["ANSWER"])))
    except (BadEvent, api.Refused) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def answer(repository: str, issue: int, file: Path) -> str:
    """Posts the answer in the file, and returns a sentence on what was done. Raises api.Refused."""
    text = file.read_text(encoding="utf-8")
    if not text.strip():
        return "This issue's form makes no row; nothing to post."
    comment(repository, issue, MARKER, text if len(text) <= LONGEST else TOO_LONG)
    return f"Answered #{issue}."


if __name__ == "__main__":
    sys.exit(main())
