"""Files of a contribution, read as bytes first so that bad ones become problems and not tracebacks."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ..problems import Problem

# Not displayable; YAML refuses them without a line number, and Jinja counts a lone CR as a line, unlike us.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\r(?!\n)")
# Reviewers do not see these, and they change how a text reads (https://trojansource.codes): direction
# controls, zero-width spaces, tags, and line endings that only some programs know. Joiners are allowed: some scripts
# need them.
INVISIBLE = re.compile(
    "[\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# What Git writes between the two versions in a conflict, and above the common ancestor.
MERGE_MARKS = tuple(sign * 7 for sign in "<|=>")
MERGE_MARK = re.compile(rf"^({'|'.join(map(re.escape, MERGE_MARKS))})(?:[ \r].*)?$", re.M)
# Far above any list of the guide, and still readable in seconds.
MOST_BYTES = 20_000_000

IS_LINK = "is a symbolic link. Links are refused, because they can publish files from outside the project."


class Unreadable(Exception):
    """Raised with the one problem that prevents a file from being read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def shown_path(path: Path, root: Path) -> str:
    """`path` as a contributor knows it: relative to the project, with forward slashes, in printable characters."""
    return _shown(os.fspath(path), os.fspath(root))


@lru_cache(maxsize=10_000)  # all files of a large guide, each several times a build
def _shown(path: str, root: str) -> str:
    found = Path(path)
    shown = found.relative_to(root).as_posix() if found.is_relative_to(root) else found.name
    # A name may hold line endings, terminal colors, or bytes that are not text at all.
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in shown)


def read_text(path: Path, root: Path, most_bytes: int = MOST_BYTES) -> str:
    """The text of a UTF-8 file with LF or CRLF line endings.

    Raises:
        Unreadable: a missing file, a link, a special file, one that may not be read, more than `most_bytes`, bytes that
            are not UTF-8, a BOM, control or invisible characters.
    """
    shown = shown_path(path, root)
    fault = _kind_fault(path) or size_fault(path, most_bytes)
    if fault:
        raise Unreadable(Problem(shown, 1, "", "", fault))
    try:
        data = path.read_bytes()
    except PermissionError:
        message = f"cannot be read: you have no permission. Grant it: chmod u+r {shown}"
        raise Unreadable(Problem(shown, 1, "", "", message)) from None
    return _decoded(data, shown)


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
    if found := mark_fault(text) or merge_fault(text):
        at, message = found
        raise Unreadable(Problem(shown, text.count("\n", 0, at) + 1, "", "", message))
    return text


def mark_fault(text: str) -> tuple[int, str] | None:
    """The position of the first invisible character and the message about it, or None."""
    # The fast path for nearly every text: printable ones hold no invisible character.
    if text.replace("\n", " ").isprintable():
        return None
    if found := UNPRINTABLE.search(text):
        return found.start(), f"holds the control character U+{ord(found[0]):04X}. Remove it."
    if found := INVISIBLE.search(text):
        mark = f"U+{ord(found[0]):04X}"
        message = f"holds the invisible character {mark}, which changes how the text reads."
        return found.start(), f"{message} Remove it."
    return None


def merge_fault(text: str) -> tuple[int, str] | None:
    """The position of the first conflict marker and the message about it, or None."""
    # The fast path for nearly every text.
    if not any(mark in text for mark in MERGE_MARKS):
        return None
    marks = list(MERGE_MARK.finditer(text))
    if not marks:
        return None
    lines = [str(text.count("\n", 0, mark.start()) + 1) for mark in marks[:6]]
    message = (
        f"holds '{marks[0][1]}', a conflict marker of an unfinished merge. Keep the rows or sentences that are right, "
        f"from one side or both, and delete every line with a marker: {', '.join(lines)}."
    )
    return marks[0].start(), message


def size_fault(path: Path, most_bytes: int) -> str:
    """Why a file is too large, before any of it is read; empty for one that is not."""
    size = path.stat().st_size
    if size <= most_bytes:
        return ""
    return f"has {size:,} bytes; at most {most_bytes:,} are allowed. Split it, or leave out what readers do not need."


def links_below(folder: Path, root: Path) -> list[Problem]:
    """The problems of all symbolic links in a folder, itself included."""
    inside = () if folder.is_symlink() else below(folder)
    links = (Path(path) for path in (os.fspath(folder), *inside) if os.path.islink(path))  # noqa: PTH114
    found = (link_problem(path, root) for path in links if not is_editor_lock(path))
    return [problem for problem in found if problem]


def stamp_of(path: str) -> tuple[int, ...]:
    """What differs once a file is written again: one that has the same need not be read twice. Raises OSError."""
    found = os.stat(path)  # noqa: PTH116 - a thousand files a rebuild: paths are slow
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def bytes_of(path: str) -> bytes:
    """What a file holds. Raises OSError."""
    with open(path, "rb") as file:  # noqa: PTH123 - hundreds of files a build: paths are slow
        return file.read()


def below(folder: str | Path) -> Iterator[str]:
    """Everything below a folder, in order, but Python's own caches; nothing below a file. Paths of text are fast."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(parent, name) for name in sorted((*folders, *names)))  # noqa: PTH118


def is_editor_lock(path: Path) -> bool:
    """Whether it is an Emacs lock on a file being edited: a dangling link `.#page.md`."""
    return path.name.startswith(".#") and path.is_symlink() and not path.exists()


# Copies and locks that editors put beside a file: `.page.md.swp`, `page.md~`, `#page.md#`, and Vim's write test.
# MkDocs publishes none of them: mkdocs.yml leaves them out.
OF_EDITORS = re.compile(r"\..*|.*~|#.*#|4913")


def is_left_out(path: Path) -> bool:
    """Whether a file belongs to an editor or the system, and not to the guide."""
    return OF_EDITORS.fullmatch(path.name) is not None


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
