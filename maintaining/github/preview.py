"""`python -m maintaining.github.preview`: comments on a pull request where its summary and its pages are.

Runs by `workflow_run`, with a token that may comment, from the default branch. It reads nothing that the pull request
made: no file, no artifact, no number. Which pull request it is, GitHub says itself: the open one of the run's branch
whose newest commit is the run's.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from . import api
from .comments import comment
from .events import REPOSITORY, BadEvent, check_event

MARKER = "<!-- guide-preview -->"
SHAPES = {
    "GITHUB_REPOSITORY": REPOSITORY,
    "RUN_ID": r"[0-9]{1,20}",
    "HEAD_SHA": r"[0-9a-f]{40}",
}


def main(env: Mapping[str, str] = os.environ) -> int:
    """The exit code: 1 if the event is malformed or GitHub refuses."""
    try:
        check_event(env, SHAPES)
        numbers = pull_requests(env)
        for number in numbers:
            comment(env["GITHUB_REPOSITORY"], number, MARKER, text(env))
    except (BadEvent, api.Refused) as error:
        print(error, file=sys.stderr)
        return 1
    issues = ", ".join(f"#{number}" for number in numbers)
    print(
        f"Commented on {issues}."
        if issues
        else "No open pull request has this commit; nothing to comment on."
    )
    return 0


def pull_requests(env: Mapping[str, str]) -> list[int]:
    """The numbers of the open pull requests that this run was for."""
    # A fork that was deleted in the meantime has no owner any more.
    if not (env.get("HEAD_OWNER") and env.get("HEAD_BRANCH")):
        return []
    query = urlencode(
        {"state": "open", "head": f"{env['HEAD_OWNER']}:{env['HEAD_BRANCH']}", "per_page": 100}
    )
    found = api.ask(f"repos/{env['GITHUB_REPOSITORY']}/pulls?{query}")
    return [
        int(pull_request["number"])
        for pull_request in found
        if pull_request["head"]["sha"] == env["HEAD_SHA"]
    ]


def text(env: Mapping[str, str]) -> str:
    """The comment. Nothing in it was written by the pull request."""
    server = env.get("GITHUB_SERVER_URL", "https://github.com")
    run = f"{server}/{env['GITHUB_REPOSITORY']}/actions/runs/{env['RUN_ID']}"
    artifacts = artifact_links(env, run)
    lines = [f"For commit {env['HEAD_SHA'][:12]}:", ""]
    lines.append(f"- [What changes for readers]({run}): at the end of that page.")
    if "summary" in artifacts:
        lines.append(f"- [The same as a file]({artifacts['summary']}).")
    if "site" in artifacts:
        lines.append(
            f"- [The pages as they would be published]({artifacts['site']}), for seven days. Unpack the file, run "
            "`python3 -m http.server` in its folder, and open <http://127.0.0.1:8000>."
        )
    else:
        lines.append("- There are no pages to look at: the site was not built. The run says why.")
    closing = "The code of the pull request made all of these. Read its code changes before you trust them."
    return "\n".join([*lines, "", closing])


def artifact_links(env: Mapping[str, str], run: str) -> dict[str, str]:
    """The addresses of the two artifacts we look for, by name; only their ids are used."""
    path = f"repos/{env['GITHUB_REPOSITORY']}/actions/runs/{env['RUN_ID']}/artifacts?per_page=100"
    found: list[dict[str, Any]] = api.ask_one(path)["artifacts"]
    wanted = [artifact for artifact in found if artifact["name"] in ("site", "summary")]
    return {artifact["name"]: f"{run}/artifacts/{int(artifact['id'])}" for artifact in wanted}


if __name__ == "__main__":
    sys.exit(main())
