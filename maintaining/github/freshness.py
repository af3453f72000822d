"""`python -m maintaining.github.freshness`: one issue that lists what has grown old, opened, kept up to date, closed.

The reports (build/stale.md, build/links.md) come from the job before, which read the data of `main` and may write
nothing. In them everything from the data is in code spans.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import api

MARKER = "<!-- guide-freshness -->"
TITLE = "Figures and links that need a look"
LABEL = "freshness"
REPORTS = ("stale.md", "links.md")
# Parts of the reports that ask for work.
WORK = ("Figures past", "Pages whose check", "Links that died")
# GitHub takes 65,536 characters.
LONGEST = 60_000
INTRODUCTION = """\
The scheduled job keeps this list up to date, and closes it when nothing is left. Nothing here blocks a pull request.

- A figure past its shelf life says so on its page. Look for a newer one. If there is none, leave it: old and dated is \
better than none.
- A page whose check is due rests on sources that were last read long ago. Open each, change the rows that no longer \
hold, and set `retrieved` to the day you read it.
- For a link that died, look for its new address, or give the archived copy as the source's address and say so in its \
note. Do not delete the source: rows rest on it."""


def main(env: Mapping[str, str] = os.environ, folder: Path = Path("build")) -> int:
    """The exit code: 1 if a report is missing or GitHub refuses."""
    try:
        reports = [(folder / name).read_text(encoding="utf-8") for name in REPORTS]
        print(keep_issue(env["GITHUB_REPOSITORY"], reports))
    except (OSError, KeyError, api.Refused) as error:
        print(f"Nothing was reported: {error}", file=sys.stderr)
        return 1
    return 0


def keep_issue(repository: str, reports: list[str]) -> str:
    """Opens, updates or closes the issue, and says which. Raises api.Refused."""
    issue = open_issue(repository)
    text = body(reports)
    if not has_something(reports):
        if issue is None:
            return "Nothing is old, and there is no issue."
        path = f"repos/{repository}/issues/{issue['number']}"
        api.send("PATCH", path, {"body": text, "state": "closed", "state_reason": "completed"})
        return f"Nothing is old any more: closed #{issue['number']}."
    if issue is None:
        new = {"title": TITLE, "body": text, "labels": [LABEL]}
        made = api.send("POST", f"repos/{repository}/issues", new)
        return f"Opened #{made['number']}."
    if issue["body"] != text:
        api.send("PATCH", f"repos/{repository}/issues/{issue['number']}", {"body": text})
        return f"Updated #{issue['number']}."
    return f"#{issue['number']} is up to date."


def open_issue(repository: str) -> dict[str, Any] | None:
    """Our open issue. Anybody can write its marker into an issue, so only what the workflow itself opened counts."""
    found = api.ask(
        f"repos/{repository}/issues?state=open&creator=github-actions%5Bbot%5D&per_page=100"
    )
    ours = (
        issue
        for issue in found
        if issue["user"]["login"] == api.BOT and (issue["body"] or "").startswith(MARKER)
    )
    return next(ours, None)


def has_something(reports: list[str]) -> bool:
    """Whether a part that asks for work lists anything; what is only mentioned does not count."""
    parts = re.split(r"^## ", "\n".join(reports), flags=re.MULTILINE)
    work = (part for part in parts if part.startswith(WORK))
    return any("\n- " in part for part in work)


def body(reports: list[str]) -> str:
    """The issue's text, at most LONGEST characters; it says if it was cut."""
    text = "\n\n".join([MARKER, INTRODUCTION, *reports])
    if len(text) <= LONGEST:
        return text
    shown = text[:LONGEST].rsplit("\n", 1)[0]
    return f"{shown}\n\nThe rest is left out here. The run that wrote this has it whole, as an artifact."


if __name__ == "__main__":
    sys.exit(main())
