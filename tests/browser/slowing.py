"""A slow machine on purpose: `LATE_SCRIPTS=1 SLOW_CPU=6` shows which tests act before a page listens.

Scripts and lists come that many seconds late, and pages have a fraction of the CPU. A test that waits for the state it
needs passes all the same; what measures time does not count here.
"""

from __future__ import annotations

import os
import time

from playwright.sync_api import BrowserContext, Page

LATE_SECONDS = float(os.environ.get("LATE_SCRIPTS") or 0)
LATE = (".js", ".json")
# How many times slower than this machine; 1 is not slower.
SLOWER = int(os.environ.get("SLOW_CPU") or 1)


def slow_down(context: BrowserContext) -> None:
    """Slows down the pages that the profile opens from here on, if the environment asks for it."""
    if SLOWER > 1:
        context.on("page", _slow_page)


def _slow_page(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def hold_back(path: str) -> None:
    """Called by the server before it sends a file."""
    if path.partition("?")[0].endswith(LATE):
        time.sleep(LATE_SECONDS)
