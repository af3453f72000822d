"""The list of downloads: for the page that shows them, and for the step that measures them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from ..rows.readers.settings import read_settings

LIST = Path(__file__).with_name("downloads.yml")
CHECKSUMS = "downloads.sha256"
PAGE, DATA_PAGE = "reference/downloads.md", "reference/data.md"


@lru_cache(maxsize=1)
def download_groups() -> list[dict[str, Any]]:
    """The groups in order, each with its entries."""
    groups: list[dict[str, Any]] = read_settings(LIST.read_text(encoding="utf-8"))["groups"]
    return groups


def download_paths() -> list[str]:
    """The path of every file below the site."""
    return [entry["path"] for entry in _entries()]


def optional_paths() -> frozenset[str]:
    """The files that a site may lack, because a build alone does not make them."""
    return frozenset(entry["path"] for entry in _entries() if "made_by" in entry)


def _entries() -> list[dict[str, Any]]:
    return [entry for group in download_groups() for entry in group["entries"]]
