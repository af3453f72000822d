"""What can be wrong with a contribution, in words that let the contributor fix it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

# Long enough for any row of the guide, but not for values of megabytes.
LONGEST_LINE = 2_000


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it is, what was found, what is allowed, and the corrected text.

    `file` is relative to the project, `line` counts from 1, `row` and `field` may be empty.
    """

    file: str
    line: int
    row: str
    field: str
    message: str
    correction: str = ""

    def __str__(self) -> str:
        subject = " / ".join(part for part in (self.row, self.field) if part)
        head = f"{self.file}:{self.line}" + (f": {subject}" if subject else "")
        lines = [head, f"    {self.message}"]
        if self.correction:
            lines += [f"    try:  {line}" for line in self.correction.splitlines()]
        return "\n".join(_one_line(line) for line in lines)


def _one_line(text: str) -> str:
    """Escapes line endings: a value must not start a line that looks like part of the report."""
    line = re.sub(r"\r?\n|[\r\x85]", r"\\n", text)
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} …"


class ProblemsFound(Exception):
    """Raised once, with every problem that a check gathered."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


class UnknownName(ValueError, KeyError):
    """A macro, id or option that does not exist; the message suggests similar ones.

    Also a KeyError, which is what a mapping raises for a key that it does not hold.
    """

    def __init__(self, kind: str, name: object, known: Iterable[str]) -> None:
        super().__init__(kind, name)
        self.kind, self.name, self.known = kind, name, known

    @cached_property
    def message(self) -> str:
        """Built only when it is read: finding similar names is too slow for `in` and `get`."""
        # A page may pass a number where a string is expected.
        return f"unknown {self.kind} '{self.name}'. {allowed(str(self.name), self.known)}"

    def __str__(self) -> str:
        return self.message


def report(problems: Iterable[Problem], ending: str = "nothing was published") -> str:
    """All problems as text, with a last line that counts them and says what follows."""
    texts = [str(problem) for problem in problems]
    noun = "problem" if len(texts) == 1 else "problems"
    return "\n".join([*texts, f"{len(texts)} {noun}; {ending}."])


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant, or None."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    matches = difflib.get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[matches[0]] if matches else None


def allowed(name: str, known: Iterable[str], most: int = 12, taken: Collection[object] = ()) -> str:
    """A sentence that lists what is allowed (or says how many), and suggests the most similar name that is free."""
    names = sorted(known)
    listed = ", ".join(names) if len(names) <= most else f"one of {len(names)} known names"
    near = nearest(name, [each for each in names if each not in taken])
    return f"Allowed: {listed or 'nothing'}." + (f" Did you mean '{near}'?" if near else "")
