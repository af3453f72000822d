"""One comment of ours on an issue or a pull request, kept up to date."""

from __future__ import annotations

from . import api


def comment(repository: str, number: int, marker: str, text: str) -> None:
    """Creates or updates the comment that starts with `marker`. Raises api.Refused."""
    body = f"{marker}\n{text}"
    comments = api.ask(f"repos/{repository}/issues/{number}/comments?per_page=100")
    ours = [
        existing
        for existing in comments
        if existing["user"]["login"] == api.BOT and existing["body"].startswith(marker)
    ]
    if not ours:
        api.send("POST", f"repos/{repository}/issues/{number}/comments", {"body": body})
    elif ours[0]["body"] != body:
        path = f"repos/{repository}/issues/comments/{ours[0]['id']}"
        api.send("PATCH", path, {"body": body})
