"""Decides whether a mutated data file was handled well: reported with file and line, or rendered as it should be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from guide.check.rules import OTHER_RULES, PAGE_RULES, ROW_RULES, Rule, macros_exist
from guide.facts.freshness import data_date
from guide.pages.links import Links
from guide.pages.page import Page
from guide.pages.reading import read_pages
from guide.publish.html.markup import active_markup
from guide.publish.schema_org import descriptions
from guide.publish.search.synonyms import groups
from guide.publish.tool_data import tool_files
from guide.rows.loading import Guide, load_guide, load_table
from guide.rows.models.base import WORDS_FOR_NOTHING
from guide.rows.problems import Problem
from guide.rows.tables import Table
from guide.view.components import Components
from guide.view.context import Context
from guide.view.macros import MACROS
from guide.view.reading_time import SHOW_MINUTES
from guide.view.render import RenderedPages

from tests.guides import PROJECT

# A program's word for nothing, alone between two tags.
ALONE = re.compile(rf">\s*({'|'.join(WORDS_FOR_NOTHING)})\s*<")
DESCRIBED = ("reference/faq.md", "reference/glossary.md", "pay/method.md")

# The pages stay what they are, and so does what the rules of a page's text find in them. Macros are looked at on the
# pages that show a case.
RULES_ABOUT_ROWS = [
    rule for rule in (*ROW_RULES, *PAGE_RULES, *OTHER_RULES) if rule is not macros_exist.check
]


class _Watched(Mapping[str, Any]):
    """Tables that note which of them are read."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.tables, self.read = tables, set[str]()

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return self.tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)


@dataclass
class Judge:
    """The real guide, of which one table at a time is replaced by its mutated self."""

    root: Path

    @cached_property
    def guide(self) -> Guide:
        """The guide as it is."""
        return load_guide(PROJECT)

    @cached_property
    def pages(self) -> list[Page]:
        """All pages, as they are."""
        return list(read_pages(PROJECT))

    @cached_property
    def pages_of(self) -> dict[str, list[Page]]:
        """The pages whose macros ask for a table, by the table's name."""
        found: dict[str, list[Page]] = {}
        for page in self.pages:
            watched = _Watched(self.guide.tables)
            # The paths on the start page render all others, for their reading time.
            calls = [call for call in page.calls if call.name not in SHOW_MINUTES]
            rendered(replace(self.guide, tables=watched), replace(page, parts=[*calls]))
            for name in watched.read | ({"reader-paths"} if page.path == "index.md" else set()):
                found.setdefault(name, []).append(page)
        return found

    @cached_property
    def rules_of(self) -> dict[str, list[Rule]]:
        """The rules that read a table, by its name; for the others all is as before, when they found nothing."""
        found: dict[str, list[Rule]] = {name: [] for name in self.guide.tables}
        for rule in RULES_ABOUT_ROWS:
            watched = _Watched(self.guide.tables)
            assert [*rule(replace(self.guide, tables=watched), self.pages)] == []
            for name in watched.read:
                found[name].append(rule)
        return found

    def judge(self, table: Table, content: bytes) -> str:
        """`reported` or `shown`. Fails the test if the file was neither refused in words nor rendered well."""
        path = self.root / "data" / table.file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        rows, problems = load_table(table, self.root)
        tables = {**self.guide.tables, table.name: rows}
        guide = replace(self.guide, tables=tables, problems=tuple(problems))
        problems += [each for rule in self.rules_of[table.name] for each in rule(guide, self.pages)]
        pages = RenderedPages(guide, self.pages_of.get(table.name, []), MACROS)
        if not problems:
            problems += macros_exist.check(guide, pages)
        for problem in problems:
            self.assert_reported_well(problem, table, content)
        if problems:
            return "reported"
        for page in pages:
            assert_shown_well(pages, page)
        assert_written_well(guide)
        return "shown"

    def keep(self, table: Table, content: bytes) -> None:
        """From now on, use an accepted file in place of the good one."""
        (self.root / "data" / table.file).write_bytes(content)
        rows, problems = load_table(table, self.root)
        assert not problems
        self.guide = replace(self.guide, tables={**self.guide.tables, table.name: rows})
        del self.rules_of  # a row that is there now, or no longer, may lead a rule elsewhere

    def assert_reported_well(self, problem: Problem, table: Table, content: bytes) -> None:
        """A problem names a file and a line that it has, in words that any terminal can show."""
        assert problem.message
        mutated = f"data/{table.file}"
        text = content if problem.file == mutated else (PROJECT / problem.file).read_bytes()
        assert 1 <= problem.line <= text.count(b"\n") + 2, problem
        said = str(problem)
        said.encode()
        # A newline in a value would let a row speak in the name of the check.
        head, *rest = said.split("\n")
        assert head.startswith(f"{problem.file}:{problem.line}")
        assert all(line.startswith("    ") for line in rest), said
        assert "\x1b" not in said


def assert_shown_well(pages: RenderedPages, page: Page) -> None:
    """Every macro of the page renders, to nothing that runs and nothing that says `None`."""
    for call in pages.calls(page):
        assert not call.fault
        assert active_markup(call.html) == [], call.html
        assert not ALONE.search(call.html), call.html


def assert_written_well(guide: Guide) -> None:
    """What else is made of rows: descriptions for search engines, files of the tools, words of the search."""
    for path in DESCRIBED:
        json.dumps(descriptions(guide, path, [("a", "b"), ("c", "d")], "https://example.org/"))
    for text in tool_files(guide, []).values():
        json.loads(text)
    groups(guide)


def rendered(guide: Guide, page: Page) -> list[str]:
    """What each macro of a page renders, without the theme around it and without links to the repository."""
    others = RenderedPages(guide, [page], MACROS)
    components = Components(PROJECT / "overrides" / "components")
    links = Links(PROJECT / "docs", page.path)
    context = Context(guide, components, links, data_date(guide), pages=others)
    return [str(MACROS[call.name](context, *call.args, **call.kwargs)) for call in page.calls]
