"""Pages as authors write them: front matter, prose, and macro calls, parsed without running anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..rows.problems import Problem
from ..rows.readers.files import (
    IS_LINK,
    Unreadable,
    is_editor_lock,
    link_problem,
    read_text,
    shown_path,
    size_fault,
)

DELIMITERS = {
    "variable_start_string": "[[=",
    "variable_end_string": "=]]",
    "block_start_string": "[[%",
    "block_end_string": "%]]",
    "comment_start_string": "[[#",
    "comment_end_string": "#]]",
}
PUBLISHED = (".md", ".png", ".jpg", ".webp")
# The longest page has 20,000 bytes; Markdown takes minutes for one of millions.
MOST_PAGE_BYTES = 300_000
MOST_PICTURE_BYTES = 1_000_000
# Names become addresses, and are shown in messages and in the edit link.
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?")
GRAMMAR = "A page holds text and calls of our macros with constant arguments, nothing else."
# Only what Markdown surely reads as code: whatever else is taken for it would hide from the rules about prose.
CODE = re.compile(
    r"^(?P<fence>```+|~~~+)[ \t]*[\w+-]*[ \t]*\n.*?^(?P=fence)[ \t]*$"
    r"|(?<!\\)(?P<tick>`+)(?!`)(?-s:.+?)(?<!`)(?P=tick)(?!`)",
    re.S | re.M,
)
CALLS = re.compile(r"\[\[=.*?=\]\]", re.S)
READER = Environment(**DELIMITERS, autoescape=True)  # type: ignore[arg-type]
OTHER_SYNTAX = re.compile(r"\[\[[%#]")


@dataclass(frozen=True)
class Call:
    """One macro call: its name, constant arguments and line."""

    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    line: int


@dataclass
class Page:
    """A Markdown file of `docs/`. `path` is relative to docs, `shown` to the project."""

    path: str
    shown: str
    text: str
    calls: list[Call] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    # Many rules read these three, and a page never changes once it is read.
    @cached_property
    def front_matter(self) -> dict[str, str]:
        """The keys between the `---` lines; values as text."""
        lines = self.text.split("\n")
        if not lines or lines[0].rstrip() != "---":
            return {}
        keys: dict[str, str] = {}
        last = ""
        for line in lines[1 : self.body_line - 2]:
            if line[:1].isspace():  # the value of the key above goes on
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


def read_pages(root: Path) -> Iterator[Page]:
    """Every page under `root/docs`, parsed. Files that cannot be read carry their problem; so do symbolic links."""
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
        if not path.name.startswith(".") and not NAME.fullmatch(path.name):
            message = "has a name that is refused. Use a to z, 0 to 9 and single hyphens: pay/by-level.md."
            yield Page("", shown, "", problems=[Problem(shown, 1, "", "", message)])


def _file_fault(path: Path) -> str:
    """Why a file may not be in docs/: everything in there is published, and only pages are checked."""
    if path.is_symlink():
        return IS_LINK
    is_hidden = path.name.startswith(".")  # MkDocs leaves these out
    if path.suffix in PUBLISHED[1:] and not is_hidden and path.is_file():
        return size_fault(path, MOST_PICTURE_BYTES)
    if path.is_dir() or is_hidden or path.suffix in PUBLISHED:
        return ""
    return f"is not a page. docs/ holds files that end in {', '.join(PUBLISHED)}."


def read_page(root: Path, path: str) -> Page:
    """The page at `path` below `root/docs`, parsed. One that cannot be read carries its problem."""
    return _read_page(root / "docs" / path, root)


def _read_page(path: Path, root: Path) -> Page:
    name = path.relative_to(root / "docs").as_posix()
    try:
        page = Page(name, shown_path(path, root), read_text(path, root, MOST_PAGE_BYTES))
    except Unreadable as fault:
        return Page(name, shown_path(path, root), "", problems=[fault.problem])
    parse_calls(page)
    return page


def parse_calls(page: Page) -> None:
    """Fills `page.calls` and `page.problems` from the page's text, by Jinja's own parser."""
    try:
        tree = READER.parse(page.text)
    except TemplateSyntaxError as error:
        page.problems.append(
            page.problem(error.lineno, f"the macro call cannot be read: {error.message}. {GRAMMAR}")
        )
        return
    except (RecursionError, ValueError) as error:  # thousands of brackets, or of digits
        page.problems.append(page.problem(1, f"a macro call cannot be read: {error}. {GRAMMAR}"))
        return
    for top in tree.body:
        for node in top.nodes if isinstance(top, nodes.Output) else [top]:
            _read_node(page, node)
    # Raw blocks and comments leave no node behind.
    for found in () if page.problems else OTHER_SYNTAX.finditer(page.text):
        _refuse(page, page.text.count("\n", 0, found.start()) + 1)


def _read_node(page: Page, node: nodes.Node) -> None:
    if isinstance(node, nodes.TemplateData):
        return
    call = _call(node)
    if call:
        page.calls.append(call)
    else:
        _refuse(page, node.lineno)


def _refuse(page: Page, line: int) -> None:
    found = page.line_text(line).strip()
    page.problems.append(page.problem(line, f"'{found}' is refused. {GRAMMAR}"))


def shown_by(macro: str, pages: Iterable[Page]) -> set[tuple[str, str]]:
    """What the calls of a macro name without a keyword, each with the page: {("loops/pm.md", "pm-rounds")}."""
    return {
        (page.path, str(arg))
        for page in pages
        for call in page.calls
        if call.name == macro
        for arg in call.args
    }


def _call(node: nodes.Node) -> Call | None:
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)):
        return None
    names = [pair.key for pair in node.kwargs]
    if node.dyn_args or node.dyn_kwargs or len(names) != len(set(names)):
        return None
    try:
        args = tuple(_constant(value) for value in node.args)
        kwargs = {pair.key: _constant(pair.value) for pair in node.kwargs}
    except nodes.Impossible:
        return None
    return Call(node.node.name, args, kwargs, node.lineno)


def _constant(node: nodes.Expr) -> Any:
    """The value of a literal. Raises nodes.Impossible for anything that would have to be computed."""
    if not isinstance(node, nodes.Const):
        raise nodes.Impossible
    return node.value
