"""Renders each page's macro calls once, for the check, the build and the reading times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from ..facts.freshness import build_date
from ..pages.links import Links
from ..pages.page import Call, CalledPage, Page
from ..pages.reading import read_page
from ..pages.repository import Repository
from ..rows.loading import Guide
from ..rows.models import Source
from ..rows.recalling import Recall, hash_of, uncached
from ..rows.recalling_tables import NotedTables, noting
from .call_cache import CallCache, PageCalls
from .components import Components
from .context import CALLS, FILE, MINUTES, Context, is_file_of
from .reading_time import SHOW_MINUTES, UNREAD, minutes_for
from .rendered_call import Macro, RenderedCall, rendered_call


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
        self.guide, self.macros, self.setting = guide, macros, setting
        self._pages = tuple(pages)
        self._by_path = {page.path: page for page in self._pages}
        self._components = Components(guide.root / "overrides" / "components")
        self._today = build_date(guide, {"SOURCE_DATE_EPOCH": setting.epoch})
        self._cache = CallCache(guide, setting, self._today, recall, self._beside)
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

    @property
    def shared_inputs(self) -> str:
        """The hash of what pages are made of besides their texts and rows; empty while rows are broken."""
        return self._cache.shared_inputs

    def _calls_of(self, page: Page) -> list[RenderedCall | None]:
        """What is rendered of a page so far: everything but the calls that need the minutes of other pages."""
        if page.path not in self._calls:
            found = self._cache.of_page(page, lambda: (self._render_all(page), self._read_by(page)))
            self._calls[page.path] = [*found.calls]
            numbers = {source: number for number, source in enumerate(found.cited, start=1)}
            self._context_of(page).cited.update(numbers)
        return self._calls[page.path]

    def _render_all(self, page: Page) -> PageCalls:
        calls = [
            None if call.name in SHOW_MINUTES else self._render(call, page) for call in page.calls
        ]
        return PageCalls(calls, [*self._context_of(page).cited])

    def _with_minutes(self, call: Call, page: Page) -> RenderedCall:
        return self._cache.of_call(
            page, call, lambda: (self._render(call, page), self._read_by(page))
        )

    def _render(self, call: Call, page: Page) -> RenderedCall:
        return rendered_call(call, self.macros, self._context_of(page))

    def _read_by(self, page: Page) -> set[str]:
        """What the calls of a page have read: tables, rows, and what else they name."""
        context = self._context_of(page)
        return self._read[page.path].read | context.read_beside

    def _beside(self, name: str) -> str:
        """What a page has read beside rows, as it is now."""
        if name == CALLS:
            return self._called
        if name == MINUTES:
            return self._all_minutes
        return str(is_file_of(self.guide.root, name.removeprefix(FILE)))

    @cached_property
    def _called(self) -> str:
        """The hash of what all pages call."""
        return hash_of(*(page.called_text for page in self))

    @cached_property
    def _all_minutes(self) -> str:
        """Each page with its minutes."""
        return repr([(page.path, self.minutes(page.path)) for page in self])

    def called(self) -> Iterator[CalledPage]:
        """Each page with its calls, in order."""
        return (page.called for page in self)

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
