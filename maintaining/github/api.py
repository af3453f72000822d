"""GitHub's REST API through `gh api`, which handles the address, the token (GH_TOKEN) and pagination."""

from __future__ import annotations

import json
import subprocess
from typing import Any

VERSION = "X-GitHub-Api-Version: 2022-11-28"
# Only workflows of this repository write under this name.
BOT = "github-actions[bot]"
SECONDS = 120


class Refused(Exception):
    """GitHub or `gh` refused; the message is theirs."""


def ask(path: str) -> list[Any]:
    """Every item of a list, all pages. Raises Refused."""
    pages = json.loads(_gh(["--paginate", "--slurp", path]))
    return [item for page in pages for item in page]


def ask_one(path: str) -> dict[str, Any]:
    """One object. Raises Refused."""
    found: dict[str, Any] = json.loads(_gh([path]))
    return found


def send(method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """What GitHub made of `body`. Raises Refused."""
    # As JSON on standard input: no text can become an option or a file name.
    sent = _gh(["--method", method, "--input", "-", path], json.dumps(body))
    made: dict[str, Any] = json.loads(sent)
    return made


def _gh(arguments: list[str], body: str | None = None) -> str:
    command = ["gh", "api", "--header", VERSION, *arguments]
    try:
        done = subprocess.run(
            command, input=body, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise Refused(
            "There is no `gh` here. It is GitHub's own command: https://cli.github.com"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise Refused(f"{' '.join(command)}: no answer within {SECONDS} seconds.") from error
    if done.returncode != 0:
        raise Refused(f"{' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout
