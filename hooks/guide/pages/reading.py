"""Reads the pages of `docs/`, and refuses any other file there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ..rows.problems import Problem
from ..rows.readers.files import (
    IS_LINK,
    Unreadable,
    is_editor_lock,
    is_left_out,
    link_problem,
    read_text,
    shown_path,
    size_fault,
)
from .calls import parse_calls
from .page import Page

PUBLISHED = (".md", ".png", ".jpg", ".webp")
# The longest page has 20,000 bytes; Markdown would take minutes for one of millions.
MOST_PAGE_BYTES = 300_000
MOST_PICTURE_BYTES = 1_000_000
# Names become addresses, and appear in messages and in the edit link.
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?")


def read_pages(root: Path) -> Iterator[Page]:
    """Every page under `root/docs`, parsed. Unreadable files and symbolic links carry a problem."""
    docs = root / "docs"
    if linked := link_problem(docs, root):
        yield Page("", linked.file, "", problems=[linked])
        return
    for path in sorted(docs.rglob("*")):
        if is_editor_lock(path):
            continue
        shown = shown_path(path, root)
        fault = _file_fault(path)
        if fault:
            name = path.relative_to(docs).as_posix()
            yield Page(name, shown, "", problems=[Problem(shown, 1, "", "", fault)])
        elif path.suffix == ".md" and path.is_file():
            yield _read_page(path, root)
        if not is_left_out(path) and not NAME.fullmatch(path.name):
            message = "has a name that is not allowed. Use a to z, 0 to 9 and single hyphens: pay/by-level.md."
            yield Page("", shown, "", problems=[Problem(shown, 1, "", "", message)])


def _file_fault(path: Path) -> str:
    """Why a file may not be in docs/: everything in there is published, and only pages are checked."""
    if path.is_symlink():
        return IS_LINK
    is_hidden = is_left_out(path)
    if path.suffix in PUBLISHED[1:] and not is_hidden and path.is_file():
        return size_fault(path, MOST_PICTURE_BYTES)
    if path.is_dir() or is_hidden or path.suffix in PUBLISHED:
        return ""
    return f"is not a page. docs/ holds files that end in {', '.join(PUBLISHED)}."


def read_page(root: Path, path: str) -> Page:
    """The page at `path` below `root/docs`, parsed. An unreadable one carries a problem."""
    return _read_page(root / "docs" / path, root)


def _read_page(path: Path, root: Path) -> Page:
    name = path.relative_to(root / "docs").as_posix()
    try:
        text = read_text(path, root, MOST_PAGE_BYTES).replace("\r\n", "\n")  # as MkDocs reads it
    except Unreadable as fault:
        return Page(name, shown_path(path, root), "", problems=[fault.problem])
    return _parsed(name, shown_path(path, root), text)


@lru_cache(maxsize=5_000)  # all pages of a large guide, so that an edit of one parses only that one
def _parsed(name: str, shown: str, text: str) -> Page:
    page = Page(name, shown, text)
    parse_calls(page)
    return page
