"""Untrusted text inside GitHub's Markdown, shown as plain text.

Inside a fence or a code span GitHub makes no link, no mention, no picture and no markup. What a reader cannot see
(control characters, marks that turn the writing direction) is written as its code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Cc and Cf: controls, zero width, direction marks. Zl and Zp: Unicode's line ends. The rest: not characters.
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}
LONGEST = 600
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def visible(text: str, longest: int = LONGEST) -> str:
    """The text on one line, without anything unseen; past `longest` characters it says how much is left out."""
    line = LINE_END.sub(" ⏎ ", text)
    more = len(line) - longest
    shown = "".join(_seen(char) for char in line[:longest])
    return f"{shown} … ({more:,} characters more)" if more > 0 else shown


def _seen(char: str) -> str:
    return f"\\u{{{ord(char):X}}}" if unicodedata.category(char) in UNSEEN else char


def code(text: str) -> str:
    """The text as a code span, for use inside a sentence or a heading."""
    shown = visible(text) or " "
    ticks = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    # A span may not touch a tick of its own text; GitHub strips one space at each end.
    return f"{ticks} {shown} {ticks}" if len(ticks) > 1 else f"`{shown}`"


def fence(lines: Iterable[str], language: str = "diff") -> str:
    """Lines as a fenced block. Each line must be a mark (`- `, `+ `, `@@ ` or two spaces) and `visible` text.

    No line can end the fence: it has more ticks than any line has in a row. Raises ValueError for a line without
    a mark.
    """
    inside = list(lines)
    if unmarked := [line for line in inside if not line.startswith(("- ", "+ ", "@@ ", "  "))]:
        raise ValueError(f"a line without a mark: {unmarked[0]!r}")
    longest = max((len(run) for line in inside for run in re.findall("`+", line)), default=0)
    ticks = "`" * max(3, longest + 1)
    return "\n".join([f"{ticks}{language}", *inside, ticks])
