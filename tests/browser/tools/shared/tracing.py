"""What Chrome traces of a page while something is done: how many elements it styled, what its thread worked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import until

# The second one holds the tasks of each thread.
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"]
TRACED = {"includedCategories": CATEGORIES, "excludedCategories": ["*"]}


def traced(page: Page, doing: Callable[[], Any]) -> tuple[Any, list[dict[str, Any]]]:
    """What `doing` returns, and the events that were traced meanwhile."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    ended: list[str] = []
    session.on("Tracing.dataCollected", lambda batch: events.extend(batch["value"]))
    session.on("Tracing.tracingComplete", lambda _: ended.append("ended"))
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": TRACED})
    found = doing()
    session.send("Tracing.end")
    assert until(page, lambda: ended), "Chrome never ended its trace"
    session.detach()
    return found, events
