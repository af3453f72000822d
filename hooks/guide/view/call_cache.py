"""The rendered calls of pages, cached for as long as all that they read is unchanged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from ..pages.page import Call, Page
from ..rows.loading import Guide
from ..rows.recalling import Recall, uncached
from ..rows.recalling_tables import recall_of_tables
from .context import MINUTES
from .rendered_call import RenderedCall
from .shared_inputs import shared_inputs_hash

A = TypeVar("A")
# Renders, and says what was read: tables, rows, and what a context names beside them.
Render = Callable[[], tuple[A, set[str]]]


class PageCalls(NamedTuple):
    """The calls of a page, None for one that is rendered later; the ids of the sources that they cite, by number."""

    calls: Sequence[RenderedCall | None]
    cited: Sequence[str]


class CallCache:
    """Looks up rendered calls, or renders and stores them. `beside` gives the value of a name in a context."""

    def __init__(
        self,
        guide: Guide,
        setting: object,
        today: dt.date,
        recall: Recall,
        beside: Callable[[str], str],
    ) -> None:
        self._guide, self._setting, self._today = guide, setting, today
        self._recall, self._beside = recall, beside

    @cached_property
    def shared_inputs(self) -> str:
        """The hash of what pages are made of besides their texts and rows; empty while rows are broken."""
        return shared_inputs_hash(self._guide, self._setting, self._today)

    @property
    def _is_off(self) -> bool:
        return self._recall is uncached or not self.shared_inputs

    def of_page(self, page: Page, render: Render[PageCalls]) -> PageCalls:
        """The calls of a page. One that shows the minutes of other pages must come later: see `of_call`."""
        if self._is_off:
            return render()[0]
        rendered: list[PageCalls] = []

        def made() -> tuple[list[Any] | None, set[str]]:
            found, read = render()
            rendered.append(found)
            if MINUTES in read:  # they are counted on the calls of all pages, this one's too
                return None, read - {MINUTES}
            return [[call and _fields(call) for call in found.calls], [*found.cited]], read

        stored = self._recalled(("calls", page.path, page.text), made)
        if rendered:
            return rendered[0]
        if stored is None:
            return render()[0]
        calls = [
            fields and RenderedCall(call, *fields)
            for call, fields in zip(page.calls, stored[0], strict=True)
        ]
        return PageCalls(calls, stored[1])

    def of_call(self, page: Page, call: Call, render: Render[RenderedCall]) -> RenderedCall:
        """A call that shows the minutes of other pages."""
        if self._is_off:
            return render()[0]

        def made() -> tuple[list[Any], set[str]]:
            rendered, read = render()
            return _fields(rendered), read

        return RenderedCall(call, *self._recalled(("minutes", page.path, repr(call)), made))

    def _recalled(self, key: tuple[str, ...], made: Render[Any]) -> Any:
        key = (*key, self.shared_inputs)
        return recall_of_tables(self._recall, self._guide, key, made, self._beside)


def _fields(rendered: RenderedCall) -> list[Any]:
    """A rendered call without its call, as JSON."""
    return [rendered.html, rendered.words, rendered.fault]
