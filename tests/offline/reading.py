"""What tests of both browsers know of the guide that was saved."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from tests.built.site import PROJECT, SUB_PATH

# Where a site can be. Pages are saved and found in one way, so at a root the tools alone are opened.
PREFIXES = (SUB_PATH, "/")
SAVED = "Saved on this device."


def tool_pages() -> list[str]:
    """The address of each page with a study tool, below the site."""
    tools = yaml.safe_load((PROJECT / "data/study-tools.yml").read_text(encoding="utf-8"))
    return [tool["page"].removesuffix(".md") + "/" for tool in tools]


def counted_files(folder: Path) -> int:
    """How many files a reader saves."""
    return len(json.loads((folder / "offline.json").read_text(encoding="utf-8"))["files"])


def page_addresses(folder: Path) -> list[str]:
    """The address of every page below the site."""
    pages = sorted(path.parent.relative_to(folder) for path in folder.rglob("index.html"))
    return ["" if path == Path() else f"{path.as_posix()}/" for path in pages]
