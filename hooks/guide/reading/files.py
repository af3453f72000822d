"""Files of a contribution, read as bytes first so that bad ones become problems and not tracebacks."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from ..problems import Problem

# No page can show these, YAML refuses them without a line, and Jinja counts a lone CR as a line, which we do not.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\r(?!\n)")


IS_LINK = "is a symbolic link. Links are refused, because they can publish files from outside the project."


class Unreadable(Exception):
    """Carries the one problem that keeps a file from being read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def shown_path(path: Path, root: Path) -> str:
    """`path` as a contributor knows it: relative to the project, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def read_text(path: Path, root: Path) -> str:
    """The text of a UTF-8 file with LF or CRLF line ends.

    Raises:
        Unreadable: a missing file, a link, a special file, bytes that are not UTF-8, a BOM, control characters.
    """
    shown = shown_path(path, root)
    fault = _kind_fault(path)
    if fault:
        raise Unreadable(Problem(shown, 1, "", "", fault))
    return _decoded(path.read_bytes(), shown)


def _decoded(data: bytes, shown: str) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        message = "starts with a byte order mark. Save it as UTF-8 without BOM."
        raise Unreadable(Problem(shown, 1, "", "", message))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {data[error.start]:#04x} is not UTF-8. Save the file as UTF-8."
        raise Unreadable(Problem(shown, line, "", "", message)) from None
    if found := UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"holds the control character U+{ord(found[0]):04X}. Remove it."
        raise Unreadable(Problem(shown, line, "", "", message))
    return text


def link_problem(path: Path, root: Path) -> Problem | None:
    """The problem of a file or folder that is a symbolic link, which could publish what lies outside the project."""
    return Problem(shown_path(path, root), 1, "", "", IS_LINK) if path.is_symlink() else None


def _kind_fault(path: Path) -> str:
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "is missing. Every table of the guide has its file."
    if stat.S_ISLNK(mode):
        return IS_LINK
    return "" if stat.S_ISREG(mode) else "is not a regular file."
