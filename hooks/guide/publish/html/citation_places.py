"""Where citation marks are on a page: how far down on a phone, in which blocks, behind which folds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import ceil

from .citation_marks import BLOCKS, HEADINGS, MARK

# Letters in a line of a phone that is 360 pixels wide, and how many fewer a list has.
LINE, INDENT = 40, 2
# A label up to this long is beside what it is for, and not above it.
BESIDE = 16
PART = re.compile(
    rf"(?P<mark>{MARK})|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<attrs>[^>]*)>", re.S
)
_TRACK = re.compile(r'data-only="([^"]*)"')


@dataclass(frozen=True)
class Scope:
    """A block, or the part of one below a heading. Marks in the same scope may share one."""

    block: int
    section: int = 0


@dataclass(eq=False)
class Mark:
    """A mark of the page: where it is written, and the lines above it with everything folded or unfolded."""

    start: int
    end: int
    scopes: tuple[Scope, ...]
    # What must be open or chosen for it to show: folds and the track.
    shown_by: tuple[str, ...]
    lines: float
    lines_unfolded: float

    @property
    def is_in_fold(self) -> bool:
        """Whether a reader sees it only after opening something."""
        return any(reason.startswith("details") for reason in self.shown_by)


@dataclass
class _Block:
    number: int
    tag: str
    reason: str
    is_closed: bool
    section: int = 0


@dataclass
class _Reader:
    """Reads a page from its start, and estimates how far down each mark is on a phone."""

    marks: list[Mark] = field(default_factory=list)
    opened: list[_Block] = field(default_factory=lambda: [_Block(0, "", "", is_closed=False)])
    lines: float = 0
    lines_unfolded: float = 0
    letters: int = 0
    blocks: int = 0

    def read(self, html: str) -> list[Mark]:
        at = 0
        for part in PART.finditer(html):
            self.letters += len(" ".join(html[at : part.start()].split()))
            at = part.end()
            mark, ends, tag, attrs = part.groups()
            if mark:
                self._mark(part)
            elif (name := tag.lower()) in BLOCKS:
                self._close(name) if ends else self._open(name, attrs)
        return self.marks

    def _mark(self, part: re.Match[str]) -> None:
        # Not in scopes of table rows: one mark for the two cells of each row would not save any.
        blocks = [block for block in self.opened if block.tag != "tr"]
        scopes = tuple(Scope(block.number, block.section) for block in blocks)
        reasons = tuple(block.reason for block in self.opened if block.reason)
        ahead = self.letters / LINE
        self.marks.append(
            Mark(*part.span(), scopes, reasons, self.lines + ahead, self.lines_unfolded + ahead)
        )

    def _open(self, tag: str, attrs: str) -> None:
        self._end_line()
        self.blocks += 1
        track = _TRACK.search(attrs)
        is_closed = tag == "details" and not re.search(r"\sopen\b", attrs)
        reason = (
            f"details {self.blocks}" if tag == "details" else f"track {track[1]}" if track else ""
        )
        if tag in HEADINGS:
            self.opened[-1].section = self.blocks
        self.opened.append(_Block(self.blocks, tag, reason, is_closed))

    def _close(self, tag: str) -> None:
        self._end_line()
        for depth in range(len(self.opened) - 1, 0, -1):
            if self.opened[depth].tag == tag:
                del self.opened[depth:]
                return

    def _end_line(self) -> None:
        """Adds the lines of what was read since the last block began or ended, and the space around them."""
        if not self.letters:
            return
        tags = [block.tag for block in self.opened]
        height = self._height(tags)
        self.letters = 0
        self.lines_unfolded += height
        hides = any(block.is_closed for block in self.opened) and "summary" not in tags
        self.lines += 0 if hides else height

    def _height(self, tags: list[str]) -> float:
        if tags[-1] == "dt" and self.letters <= BESIDE:
            return 0
        width = LINE - INDENT * tags.count("li")
        return ceil(self.letters / width) + (1.5 if tags[-1] in HEADINGS else 0.7)


def marks_of(html: str) -> list[Mark]:
    """The marks of a page, in order."""
    return _Reader().read(html)
