"""The context of a macro call: the guide, the components, and the state of its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from markupsafe import Markup

from ..facts.freshness import is_stale, shelf_life_in_months, spoken_date, spoken_period
from ..facts.labels import GRADES
from ..pages.links import Links
from ..pages.page import CalledPage, Page
from ..pages.repository import Repository
from ..rows.loading import Guide
from ..rows.models import Row, Source
from ..rows.models.evidence import Grade
from .components import Components
from .reading_time import word_count
from .source_links import FIGURE_FORM, PAGE_FORM, links_to_rows

# Names of what macros read beside rows: calls of all pages, their minutes, and whether a file is there, by its path.
CALLS, MINUTES, FILE = ":calls", ":minutes", ":file "


class AllPages(Protocol):
    """What a macro may know about other pages."""

    def called(self) -> Iterator[CalledPage]:
        """Each page with its calls, in order."""

    def minutes(self, path: str) -> int:
        """Whole minutes to read the page at `path` below docs/."""


@dataclass
class Context:
    """One page being rendered. Sources are numbered in the order in which the page first uses them.

    Without a repository there are no links into one. `unread_words` are shown but do not count as reading.
    """

    guide: Guide
    components: Components
    links: Links
    today: dt.date
    repository: Repository | None = None
    page: Page | None = None
    pages: AllPages | None = None
    cited: dict[str, int] = field(default_factory=dict)
    unread_words: int = 0
    # What a macro has read beside rows, its page and the names of pages, by names as above.
    read_beside: set[str] = field(default_factory=set)
    _marks: dict[str, Markup] = field(default_factory=dict, repr=False)
    _linked: set[type[Row]] = field(default_factory=set, repr=False)
    _groups: dict[tuple[str, ...], Markup] = field(default_factory=dict, repr=False)

    def cite(self, source_id: str) -> Markup:
        """The mark that leads from a statement to its source on this page, with the source's grade."""
        source = self.guide.sources[source_id]
        number = self._number(source_id)
        if source_id not in self._marks:
            name = GRADES[source.grade][0]
            self._marks[source_id] = self.render(
                "citation.html", source=source, number=number, grade_name=name
            )
        return self._marks[source_id]

    def cites(self, source_ids: Sequence[str]) -> Markup:
        """The mark of one source, or one mark for several: on a phone, several would crowd out the text."""
        sources = tuple(dict.fromkeys(source_ids))
        if len(sources) == 1:
            return self.cite(sources[0])
        if sources not in self._groups:
            grades = self._ranked_grades(sources)
            self._groups[sources] = self.render(
                "citation_group.html",
                sources=sources,
                numbers=[self._number(source_id) for source_id in sources],
                grade=grades[0],
                grade_names=[GRADES[grade][0] for grade in grades],
            )
        return self._groups[sources]

    def folded_cites(self, source_ids: Sequence[str], place: int, statements: int) -> Markup:
        """The mark that a phone shows for the marks of several statements: the fold at this place of the page."""
        grades = self._ranked_grades(source_ids)
        return self.render(
            "citation_fold.html",
            place=place,
            statements=statements,
            numbers=[self._number(source_id) for source_id in source_ids],
            grades=grades,
            grade_names=[GRADES[grade][0] for grade in grades],
        )

    def _ranked_grades(self, source_ids: Sequence[str]) -> list[Grade]:
        """The grades of these sources, the best first."""
        grades = {self.guide.sources[source_id].grade for source_id in source_ids}
        return [grade for grade in GRADES if grade in grades]

    def _number(self, source_id: str) -> int:
        return self.cited.setdefault(source_id, len(self.cited) + 1)

    def as_of(self, table: str, period: str | None) -> Markup:
        """The date of a figure, with a note once it is past its shelf life."""
        stale = is_stale(table, period, self.today)
        months = shelf_life_in_months(table)
        return self.render("as_of.html", period=spoken_period(period), stale=stale, months=months)

    def minutes(self, path: str) -> int:
        """Whole minutes to read another page. Raises UnknownName for a page that does not exist."""
        self.links.to(path)
        self.read_beside.add(MINUTES)
        return self._all_pages().minutes(path)

    def called_pages(self) -> Iterator[CalledPage]:
        """Each page of the guide with its calls. Raises RuntimeError for a context that was made without pages."""
        self.read_beside.add(CALLS)
        return self._all_pages().called()

    def _all_pages(self) -> AllPages:
        if self.pages is None:
            raise RuntimeError("this context was made without the other pages")
        return self.pages

    def has_file(self, path: str) -> bool:
        """Whether the project has a file at `path`, wherever it is."""
        self.read_beside.add(FILE + path)
        return is_file_of(self.guide.root, path)

    def source_links(self, rows: Sequence[Row]) -> str:
        """Links to the rows behind something, in their files, and to a form about them."""
        if not (self.repository and rows):
            return ""
        links = links_to_rows(rows, self.guide, self.repository)
        report = self.repository.form(FIGURE_FORM, page=self.links.url_path, row=links[0].name)
        html = self.render("source_links.html", links=links, report=report, is_whole=len(rows) > 1)
        self.unread_words += word_count(html)
        return html

    def first_source_links(self, row: Row) -> str:
        """The links to a row on the first card of its file on this page; one way in is enough for all of them."""
        is_first = type(row) not in self._linked
        self._linked.add(type(row))
        return self.source_links([row]) if is_first else ""

    def source_links_line(self, rows: Sequence[Row]) -> str:
        """The links to rows as a line of their own, or nothing."""
        links = self.source_links(rows)
        return self.render("source_links_line.html", links=links) if links else ""

    def chart_files(self, key: str) -> Markup:
        """Links to a chart's data as files, and to its citation."""
        html = self.render(
            "chart_files.html",
            rows=self.links.file(f"data/charts/{key}.csv"),
            metadata=self.links.file(f"data/charts/{key}.metadata.json"),
            citation=self.links.to("reference/data.md", f"data-chart-{key}"),
        )
        self.unread_words += word_count(html)
        return html

    def page_links(self) -> str:
        """Links to the text of this page, and to a form about the page."""
        if not self.repository:
            return ""
        title = f"A problem on a page: {self.page.title if self.page else ''}"
        report = self.repository.form(PAGE_FORM, title=title, page=self.links.url_path)
        edit = self.repository.edit(f"docs/{self.links.here}")
        return self.render("page_links.html", edit=edit, report=report)

    def render(self, component: str, **values: Any) -> Markup:
        """A component, with the helpers that every component may use."""
        helpers = {
            "cite": self.cite,
            "cites": self.cites,
            "as_of": self.as_of,
            "source_links": self.source_links,
            "first_source_links": self.first_source_links,
            "source_links_line": self.source_links_line,
            "link": self.links.to,
            "chart_files": self.chart_files,
            "render": self.render,
            "spoken_date": spoken_date,
            "spoken_period": spoken_period,
        }
        return self.components.render(component, {**helpers, **values})

    def cited_sources(self) -> list[Source]:
        """The sources cited so far, by number."""
        return [self.guide.sources[source_id] for source_id in self.cited]


def is_file_of(root: Path, path: str) -> bool:
    """Whether there is a file at `path` below `root`."""
    return ".." not in path and (root / path).is_file()
