"""Renders each page's macro calls once, for the check, the build and the reading times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

from ..facts.freshness import build_date
from ..pages.links import Links
from ..pages.page import Call, CalledPage, Page
from ..pages.reading import read_page
from ..pages.repository import Repository
from ..rows.loading import Guide
from ..rows.models import Source
from ..rows.recalling import Recall, hash_of, uncached
from ..rows.recalling_tables import NotedTables, noting, recall_of_tables
from .components import Components
from .context import CALLS, FILE, Context, is_file_of
from .reading_time import minutes_for
from .rendered_call import Macro, RenderedCall, rendered_call
from .shared_inputs import shared_inputs_hash

# These show the reading time of other pages, which are rendered first.
SHOW_MINUTES = ("reader_paths", "reading_list")
# Lists of evidence, folded on their pages for whoever wants to check.
FOLDED_EVIDENCE = (
    "final_talk_accounts",
    "job_post_list",
    "loop_reports",
    "name_history",
    "unknowns",
)
# Not counted in reading times.
UNREAD = (
    "page_sources",
    "first_steps",
    "continue_line",
    *FOLDED_EVIDENCE,
    *SHOW_MINUTES,
)


@dataclass(frozen=True)
class Setting:
    """What pages depend on besides rows. `epoch` is SOURCE_DATE_EPOCH; without it, today is the data's newest day."""

    repository: Repository | None = None
    writes_page_urls: bool = True
    epoch: str = ""


PLAIN = Setting()


class RenderedPages(Sequence[Page]):
    """The pages, in order, with what their calls render to.

    A page is rendered on first use, unless `recall` has it cached for the same text, rows and setting.
    """

    def __init__(
        self,
        guide: Guide,
        pages: Iterable[Page],
        macros: Mapping[str, Macro],
        setting: Setting = PLAIN,
        recall: Recall = uncached,
    ) -> None:
        self.guide, self.macros, self.setting, self._recall = guide, macros, setting, recall
        self._pages = tuple(pages)
        self._by_path = {page.path: page for page in self._pages}
        self._components = Components(guide.root / "overrides" / "components")
        self._today = build_date(guide, {"SOURCE_DATE_EPOCH": setting.epoch})
        self._contexts: dict[str, Context] = {}
        self._read: dict[str, NotedTables] = {}
        self._calls: dict[str, list[RenderedCall | None]] = {}
        self._minutes: dict[str, int] = {}

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Page, ...]: ...
    def __getitem__(self, index: int | slice) -> Page | tuple[Page, ...]:
        return self._pages[index]

    def __len__(self) -> int:
        return len(self._pages)

    def __iter__(self) -> Iterator[Page]:
        return iter(self._pages)

    def calls(self, page: Page) -> Iterator[RenderedCall]:
        """The calls of a page, in order."""
        calls = self._calls_of(page)
        for index, call in enumerate(page.calls):
            rendered = calls[index] or self._with_minutes(call, page)
            calls[index] = rendered
            yield rendered

    def sources(self, page: Page) -> list[Source]:
        """The sources that the page's calls cite, by first use."""
        for _ in self.calls(page):
            pass
        return self._context_of(page).cited_sources()

    def cited(self, path: str) -> list[str]:
        """The ids of the sources that the page at `path` cites, by number."""
        return [source.id for source in self.sources(self._by_path[path])]

    def read_by(self, path: str) -> set[str]:
        """The tables and rows that were read for that page in this build, its marks included."""
        self._context_of(self._by_path[path])
        return self._read[path].read

    def mark(self, path: str, numbers: Sequence[int]) -> str:
        """The mark of the page at `path` for those of its sources that have these numbers."""
        context, sources = self._numbered(path, numbers)
        return context.cites(sources)

    def folded_mark(self, path: str, place: int, numbers: Sequence[int], statements: int) -> str:
        """The mark of that page, on phones, for several statements with sources of these numbers."""
        context, sources = self._numbered(path, numbers)
        return context.folded_cites(sources, place, statements)

    def _numbered(self, path: str, numbers: Sequence[int]) -> tuple[Context, list[str]]:
        cited = self.cited(path)
        return self._context_of(self._by_path[path]), [cited[number - 1] for number in numbers]

    def minutes(self, path: str) -> int:
        """Whole minutes to read the page at `path` below docs/: its macros included, its sources left out.

        A broken page counts as 1: other rules report what is wrong with it.
        """
        if path not in self._minutes:
            self._minutes[path] = self._minutes_of(path)
        return self._minutes[path]

    def _minutes_of(self, path: str) -> int:
        page = self._by_path.get(path) or read_page(self.guide.root, path)
        calls = [call for call in self._calls_of(page) if call and call.call.name not in UNREAD]
        if page.problems or any(call.fault for call in calls):
            return 1
        return minutes_for(page.prose_words + sum(call.words for call in calls))

    def _calls_of(self, page: Page) -> list[RenderedCall | None]:
        """What is rendered of a page so far: everything but the calls that need the minutes of other pages."""
        if page.path not in self._calls:
            if self._recall is uncached or not self.shared_inputs:
                self._render_all(page)
            else:
                self._remember(page)
        return self._calls[page.path]

    def _render_all(self, page: Page) -> None:
        self._calls[page.path] = [
            None if call.name in SHOW_MINUTES else self._render(call, page) for call in page.calls
        ]

    @cached_property
    def shared_inputs(self) -> str:
        """The hash of what pages are made of besides their texts and rows; empty while rows are broken."""
        return shared_inputs_hash(self.guide, self.setting, self._today)

    def _remember(self, page: Page) -> None:
        """Fills in the calls of a page, cached or rendered."""
        key = ("calls", page.path, page.text, self.shared_inputs)
        made = self._recalled(key, lambda: self._made(page))
        if page.path in self._calls:
            return
        if made is None:  # it reads the minutes of other pages
            self._render_all(page)
            return
        self._calls[page.path] = [
            RenderedCall(call, *rendered) if rendered else None
            for call, rendered in zip(page.calls, made["calls"], strict=True)
        ]
        cited = self._context_of(page).cited
        cited.update({key: number for number, key in enumerate(made["cited"], start=1)})

    def _made(self, page: Page) -> tuple[dict[str, Any] | None, set[str]]:
        """The rendered calls of a page as JSON, or None if they read minutes of others; and all else that they read."""
        self._render_all(page)
        context, read = self._context_of(page), self._read_by(page)
        if context.reads_beyond_rows:
            return None, read
        made = {
            "calls": [
                call and [call.html, call.words, call.fault] for call in self._calls[page.path]
            ],
            "cited": list(context.cited),
        }
        return made, read

    def _read_by(self, page: Page) -> set[str]:
        """What the calls of a page have read: tables, rows, and what else they name."""
        context = self._context_of(page)
        return self._read[page.path].read | context.read_beside

    def _recalled(self, key: Iterable[str], make: Callable[[], tuple[Any, set[str]]]) -> Any:
        return recall_of_tables(self._recall, self.guide, key, make, self._beside)

    def _beside(self, name: str) -> str:
        """What a page has read beside rows, as it is now."""
        if name == CALLS:
            return self._called
        return str(is_file_of(self.guide.root, name.removeprefix(FILE)))

    @cached_property
    def _called(self) -> str:
        """The hash of what all pages call."""
        return hash_of(*(page.called_text for page in self))

    def called(self) -> Iterator[CalledPage]:
        """Each page with its calls, in order."""
        return (page.called for page in self)

    def _render(self, call: Call, page: Page) -> RenderedCall:
        return rendered_call(call, self.macros, self._context_of(page))

    def _with_minutes(self, call: Call, page: Page) -> RenderedCall:
        """A call that shows the minutes of other pages, cached for as long as all of these are the same."""
        if self._recall is uncached or not self.shared_inputs:
            return self._render(call, page)
        key = ("minutes", page.path, repr(call), self.shared_inputs, self._all_minutes)

        def made() -> tuple[list[Any], set[str]]:
            rendered = self._render(call, page)
            return [rendered.html, rendered.words, rendered.fault], self._read_by(page)

        return RenderedCall(call, *self._recalled(key, made))

    @cached_property
    def _all_minutes(self) -> str:
        """Each page with its minutes."""
        return repr([(page.path, self.minutes(page.path)) for page in self])

    def _context_of(self, page: Page) -> Context:
        if page.path not in self._contexts:
            links = Links(self.guide.root / "docs", page.path, self.setting.writes_page_urls)
            guide, self._read[page.path] = noting(self.guide)
            self._contexts[page.path] = Context(
                guide,
                self._components,
                links,
                self._today,
                self.setting.repository,
                page,
                self,
            )
        return self._contexts[page.path]
