"""A slow machine or another day on purpose.

`LATE_SCRIPTS=1 SLOW_CPU=6` shows which tests act before a page listens: scripts and lists come that many seconds late,
and pages have a fraction of the CPU. A test that waits for the state it needs passes all the same; what measures time
does not count here.

`ON_DAY=2027-02-28` shows which tests pass on some days only: pages have that date. A test that sets a clock itself does
not depend on the day, and fails here: the date is moved twice.
"""

from __future__ import annotations

import datetime as dt
import os
import time

from playwright.sync_api import BrowserContext, Page

LATE_SECONDS = float(os.environ.get("LATE_SCRIPTS") or 0)
LATE = (".js", ".json")
# How many times slower than this machine; 1 is not slower.
SLOWER = int(os.environ.get("SLOW_CPU") or 1)
DAY = os.environ.get("ON_DAY")
# Time goes on from there, as it does for a reader.
SHIFTED = """(() => {
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...given) { super(...(given.length ? given : [Date.now()])); }
    static now() { return Real.now() + %d; }
  };
})();"""


def slow_down(context: BrowserContext) -> None:
    """Slows down the pages that the profile opens from here on, or dates them, if the environment asks for it."""
    if SLOWER > 1:
        context.on("page", _slow_page)
    if DAY:
        noon = dt.datetime.fromisoformat(f"{DAY}T12:00:00+00:00")
        context.add_init_script(SHIFTED % ((noon.timestamp() - time.time()) * 1000))


def _slow_page(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def hold_back(path: str) -> None:
    """Called by the server before it sends a file."""
    if path.partition("?")[0].endswith(LATE):
        time.sleep(LATE_SECONDS)
