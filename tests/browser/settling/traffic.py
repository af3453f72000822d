"""Waits until a page has come to rest, by what it says itself: loaded, each tool drawn, nothing being fetched.

go_to_rest(page, url)

with Traffic(page) as traffic:     # before the page asks for what is to be waited for
    go(page, url)
    traffic.rest()                 # and again after a press, as often as a test likes

Playwright's "networkidle" is half a second of silence each time, and after a page's first it waits for nothing: what a
press fetches is missed.
"""

from __future__ import annotations

import time
from types import TracebackType

from playwright.sync_api import Page, Request

from tests.browser.conftest import PATIENCE_MS, go

# Asked in a moment in which the page has nothing to do: what it still waits for. A tool's `isReady` is true once it has
# read the reader's records; elements that are no tool have none.
UNREADY = """
async () => {
  // What a script has drawn is laid out in the next frame, and what watches the layout is called after it. A Chromium
  // that is made smaller as it scrolls may draw no frame until something changes.
  await new Promise(done => {
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)));
    setTimeout(done, 500);
  });
  const waiting = [...document.querySelectorAll("*")]
    .filter(e => e.localName.includes("-") && (e.matches(":not(:defined)") || e.isReady === false))
    .map(e => `<${e.localName}> is not ready`);
  return document.readyState === "complete" ? waiting : [`the page is ${document.readyState}`, ...waiting];
}
"""
PAUSE_MS = 20  # between two looks at a page that is not at rest


class Traffic:
    """What a page asks for from here on."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.begun: list[Request] = []
        self._open: set[Request] = set()
        self._events = {
            "request": self._begin,
            "requestfinished": self._end,
            "requestfailed": self._end,
        }
        for event, note in self._events.items():
            page.on(event, note)

    def __enter__(self) -> Traffic:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Listens no more."""
        for event, note in self._events.items():
            self.page.remove_listener(event, note)

    def rest(self, patience_ms: int = PATIENCE_MS) -> None:
        """Returns once the page is at rest and has asked for nothing meanwhile; fails with what it waits for."""
        end = time.monotonic() + patience_ms / 1000
        known = len(self.begun)
        while (waiting := self._waiting()) or len(self.begun) != known:
            assert time.monotonic() < end, f"{self.page.url} is not at rest: {waiting}"
            known = len(self.begun)
            self.page.wait_for_timeout(PAUSE_MS)

    def _waiting(self) -> list[str]:
        unready = self.page.evaluate(UNREADY)
        return [*unready, *sorted(f"{request.url} is being fetched" for request in self._open)]

    def _begin(self, request: Request) -> None:
        self.begun.append(request)
        self._open.add(request)

    def _end(self, request: Request) -> None:
        self._open.discard(request)


def go_to_rest(page: Page, url: str) -> None:
    """Open a page of the site and wait until it is at rest."""
    with Traffic(page) as traffic:
        go(page, url)
        traffic.rest()
