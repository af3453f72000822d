"""Pages as authors write them: front matter, prose and macro calls."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ..rows.problems import Problem

# Only what Markdown certainly treats as code: the rules about prose skip it.
CODE = re.compile(
    r"^(?P<fence>```+|~~~+)[ \t]*[\w+-]*[ \t]*\n.*?^(?P=fence)[ \t]*$"
    r"|(?<!\\)(?P<tick>`+)(?!`)(?-s:.+?)(?<!`)(?P=tick)(?!`)",
    re.S | re.M,
)
CALLS = re.compile(r"\[\[=.*?=\]\]", re.S)


@dataclass(frozen=True)
class Call:
    """One macro call: its name, constant arguments and line."""

    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    line: int


@dataclass(frozen=True)
class CalledPage:
    """What other pages may know of a page: its title and its calls, without their lines, which an edit shifts."""

    path: str
    title: str
    calls: tuple[Call, ...]


@dataclass
class Page:
    """A Markdown file of `docs/`. `path` is relative to docs, `shown` to the project."""

    path: str
    shown: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    # The text taken apart: calls, and what is written around them.
    parts: list[str | Call] = field(default_factory=list)

    # Cached, since many rules read these, and a page never changes once it is read.
    @cached_property
    def calls(self) -> list[Call]:
        """The macro calls, in order."""
        return [part for part in self.parts if isinstance(part, Call)]

    @cached_property
    def front_matter(self) -> dict[str, str]:
        """The keys between the `---` lines; values as text."""
        lines = self.text.split("\n")
        if not lines or lines[0].rstrip() != "---":
            return {}
        keys: dict[str, str] = {}
        last = ""
        for line in lines[1 : self.body_line - 2]:
            if line[:1].isspace():  # continues the value of the key above
                keys[last] = f"{keys.get(last, '')} {line.strip()}".strip()
            elif line:
                last, _, value = (part.strip() for part in line.partition(":"))
                keys[last] = value
        return keys

    @property
    def title(self) -> str:
        """The title in the front matter, without quotes around it; empty without one."""
        return unquoted(self.front_matter.get("title", ""))

    @property
    def description(self) -> str:
        """The description in the front matter, without quotes around it; empty without one."""
        return unquoted(self.front_matter.get("description", ""))

    @property
    def tags(self) -> list[str]:
        """The topics in the front matter."""
        names = self.front_matter.get("tags", "").strip("[]").split(",")
        return [name.strip() for name in names if name.strip()]

    @cached_property
    def body_line(self) -> int:
        """The line on which the text after the front matter starts."""
        lines = self.text.split("\n")
        if lines[0].rstrip() != "---":
            return 1
        ends = (number for number, line in enumerate(lines[1:], start=2) if line.rstrip() == "---")
        return next(ends, len(lines)) + 1

    @cached_property
    def prose(self) -> str:
        """The body with code and macro calls blanked out, so that lines still match."""
        head = "\n" * (self.body_line - 1)
        body = "\n".join(self.text.split("\n")[self.body_line - 1 :])
        for pattern in (CODE, CALLS):
            body = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)
        return head + body

    @cached_property
    def prose_words(self) -> int:
        """How many words the prose has."""
        return len(self.prose.split())

    @cached_property
    def called(self) -> CalledPage:
        """The page as other pages may know it."""
        calls = (replace(call, line=0) for call in self.calls)
        return CalledPage(self.path, self.title, tuple(calls))

    @cached_property
    def called_text(self) -> str:
        """The same as text, by which two states of a page are compared."""
        return repr(self.called)

    def problem(self, line: int, message: str, correction: str = "") -> Problem:
        """A problem on this page."""
        return Problem(self.shown, line, "", "", message, correction)

    def line_text(self, line: int) -> str:
        """The text of a line, counted from 1."""
        return self.text.split("\n")[line - 1]


def unquoted(text: str) -> str:
    """A value of the front matter without quotes around it."""
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "'\""
    return text[1:-1] if is_quoted else text


def shown_by(macro: str, pages: Iterable[Page]) -> set[tuple[str, str]]:
    """The positional arguments of a macro's calls, each with its page: {("loops/pm.md", "pm-rounds")}."""
    return {
        (page.path, str(arg))
        for page in pages
        for call in page.calls
        if call.name == macro
        for arg in call.args
    }
