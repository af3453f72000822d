"""`python -m maintaining.github.row`: puts the answer to a filled form (`make row`) under its issue.

The answer was made from a stranger's text by a job without permissions. It is copied and never parsed, and GitHub
renders it as Markdown: what a visitor wrote is inside a fence that nothing in it can close.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from . import api
from .comments import comment

MARKER = "<!-- guide-row -->"
SHAPES = {"GITHUB_REPOSITORY": r"[\w.-]+/[\w.-]+", "ISSUE": r"[0-9]{1,12}"}
# What GitHub takes is 65,536; the marker needs a few.
LONGEST = 65_000
TOO_LONG = (
    "The answer is too long for a comment. On your computer, `make row FORM=body.md` prints it."
)


def main(env: Mapping[str, str] = os.environ) -> int:
    """The exit code: 1 if the event is malformed or GitHub refuses."""
    for name, shape in SHAPES.items():
        if not re.fullmatch(shape, env.get(name, ""), re.ASCII):
            print(f"{name} is {env.get(name)!r}, and must look like {shape}.", file=sys.stderr)
            return 1
    text = Path(env["ANSWER"]).read_text(encoding="utf-8")
    if not text.strip():
        print("This issue's form makes no row; nothing to post.")
        return 0
    try:
        said = text if len(text) <= LONGEST else TOO_LONG
        comment(env["GITHUB_REPOSITORY"], int(env["ISSUE"]), MARKER, said)
    except api.Refused as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Answered #{env['ISSUE']}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
