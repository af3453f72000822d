"""A `gh` of our own: answers `gh api` from a file of lists and objects, and keeps what is written to it.

It knows as much of the real one as our code uses: `--paginate --slurp` gives a list of pages, `--input -` takes JSON
from standard input, a path that does not exist ends with code 1 and GitHub's words on standard error.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

PROGRAM = """#!/bin/sh
exec "{python}" "{module}" "{store}" "$@"
"""


class FakeGitHub:
    """Its state, for a test to fill and to look at. `lists` and `objects` are by path, without a query."""

    def __init__(self, folder: Path) -> None:
        self.store, self.bin = folder / "github.json", folder / "bin"
        self.bin.mkdir(parents=True)
        self.set(lists={}, objects={})
        program = self.bin / "gh"
        program.write_text(
            PROGRAM.format(python=sys.executable, module=Path(__file__), store=self.store)
        )
        program.chmod(0o755)

    def set(self, lists: dict[str, list[Any]], objects: dict[str, Any]) -> None:
        self._write({"lists": lists, "objects": objects, "written": [], "requests": []})

    def _write(self, state: dict[str, Any]) -> None:
        self.store.write_text(json.dumps(state))

    @property
    def state(self) -> dict[str, Any]:
        return json.loads(self.store.read_text())

    @property
    def written(self) -> list[tuple[str, str, dict[str, Any]]]:
        """(method, path, body) of everything that was sent, in order."""
        return [tuple(each) for each in self.state["written"]]


def answer(state: dict[str, Any], arguments: list[str], body: str) -> Any:
    """What `gh api` prints; raises KeyError for a path that GitHub does not have."""
    assert arguments[:3] == ["api", "--header", "X-GitHub-Api-Version: 2022-11-28"], arguments
    *options, path = arguments[3:]
    state["requests"].append(path)
    bare = path.split("?")[0]
    if options == ["--paginate", "--slurp"]:
        items = state["lists"][bare]
        return [items[start : start + 2] for start in range(0, len(items), 2)] or [[]]
    if not options:
        return state["objects"][bare]
    assert options[0] == "--method", options
    assert options[2:] == ["--input", "-"], options
    sent = json.loads(body)
    state["written"].append([options[1], path, sent])
    keep(state, options[1], bare, sent)
    return {"number": 99, **sent}


def keep(state: dict[str, Any], method: str, path: str, sent: dict[str, Any]) -> None:
    """A new item goes into its list, a changed one is changed there, as on GitHub."""
    if method == "POST":
        made = {"id": 7, "number": 7, "state": "open", "user": {"login": "github-actions[bot]"}}
        state["lists"][path].append({**made, **sent})
        return
    number = int(re.search(r"\d+$", path)[0])  # type: ignore[index]
    changed = [item for items in state["lists"].values() for item in items if item["id"] == number]
    for item in changed:
        item.update(sent)


def main(store: str, arguments: list[str]) -> int:
    path = Path(store)
    state = json.loads(path.read_text())
    try:
        body = sys.stdin.read() if "--input" in arguments else ""
        print(json.dumps(answer(state, arguments, body)))
    except KeyError as missing:
        print(f"gh: Not Found (HTTP 404) {missing}", file=sys.stderr)
        return 1
    path.write_text(json.dumps(state))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
