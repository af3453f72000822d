"""How long a press waits for the next picture: `python -m tests.bench.presses SITE [NAME ...]` prints a table.

Each tool's main action (`actions.py`) is done on a phone in several new profiles. `wait` is what Chrome's own event
timing reports with a processor four times slower, from the press to the next picture, in steps of 8 ms, and `handler`
the part of it in scripts; goal: 100. Both grow on a busy machine, so the same presses are done again with the
processor as it is, and traced: `work` is four times the CPU ms of the page's thread from the press to the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.actions import ACTIONS, Action
from tests.bench.compressing import serving
from tests.bench.sites import site_arguments
from tests.browser.chromium import find_chromium
from tests.browser.conftest import FLAGS
from tests.browser.tools.shared.tracing import traced

RATE, TIMES = 4, 3
PATIENCE_MS, QUIET_MS = 60_000, 400
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True}
# Chrome does not report a press below 16 ms; it counts as 16.
LEAST_MS = 16
WATCH = """
  window.waits = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    const {interactionId: id, duration: wait, processingStart: begun, processingEnd: done} = entry;
    if (id) waits.push({id, wait, begun, done});
  })).observe({type: "event", durationThreshold: 16});
"""


@contextmanager
def phone(browser: Browser, address: str, rate: int) -> Iterator[Page]:
    """A loaded page of a new profile, with a processor that many times slower."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    yield page
    context.close()


def waited(browser: Browser, address: str, doing: Action) -> list[dict[str, float]]:
    """What each press of an action waited with a slow processor."""
    with phone(browser, address, RATE) as page:
        presses = doing(page)
        next(presses)
        settled(page)
        return [longest(settled(page)) for _ in presses]


def settled(page: Page) -> list[dict[str, Any]]:
    """What the presses since the last call waited, once the page is at rest."""
    page.wait_for_timeout(QUIET_MS)
    return page.evaluate("new Promise((done) => setTimeout(() => done(waits.splice(0))))")


def longest(entries: list[dict[str, Any]]) -> dict[str, float]:
    """The longest wait of a press: a key has entries for going down and up."""
    most = max(entries, key=lambda entry: entry["wait"], default=None)
    if most is None:
        return {"wait": LEAST_MS, "handler": 0}
    same = [entry for entry in entries if entry["id"] == most["id"]]
    return {"wait": most["wait"], "handler": sum(one["done"] - one["begun"] for one in same)}


def worked(browser: Browser, address: str, doing: Action) -> list[float]:
    """What the page's thread worked for each press until the picture, as CPU ms of a slow processor."""
    works: list[float] = []
    with phone(browser, address, 1) as page:
        presses = doing(page)
        next(presses)
        settled(page)

        def has_pressed() -> bool:
            is_pressed = next(presses, "no more") is None
            settled(page)
            return is_pressed

        while (done := traced(page, has_pressed))[0]:
            works.append(work_until_picture(done[1]) * RATE)
    return works


def work_until_picture(events: list[dict[str, Any]]) -> float:
    """CPU ms of the page's thread from the press that waited longest to its picture; 0 if none was traced."""
    begun: dict[tuple, dict[str, Any]] = {}
    most, longest_wait = 0.0, 0
    for event in sorted(events, key=lambda event: event["ts"]):
        if event["name"] != "EventTiming":
            continue
        place = (event["pid"], event["tid"], event["id"])
        if event["ph"] == "b":
            begun[place] = event
        elif (start := begun.pop(place, None)) and start["args"]["data"]["interactionId"]:
            wait = event["ts"] - start["ts"]
            if wait > longest_wait:
                most, longest_wait = thread_work(events, start, picture(start, event)), wait
    return most


def picture(start: dict[str, Any], end: dict[str, Any]) -> float:
    """When the page's thread was done with the picture, which then waits for other threads."""
    timing = start["args"]["data"]
    committed = start["ts"] + (timing.get("commitFinishTime", 0) - timing["timeStamp"]) * 1000
    return committed if start["ts"] < committed < end["ts"] else end["ts"]


def thread_work(events: list[dict[str, Any]], start: dict[str, Any], end: float) -> float:
    """CPU ms of the tasks of a thread that began before the end and were not over at the start."""
    tasks = (
        event
        for event in events
        if event["name"] == "RunTask"
        and (event["pid"], event["tid"]) == (start["pid"], start["tid"])
    )
    return (
        sum(
            task.get("tdur", 0)
            for task in tasks
            if task["ts"] < end and task["ts"] + task["dur"] > start["ts"]
        )
        / 1000
    )


def row(name: str, waits: list[dict[str, float]], works: list[float]) -> str:
    """A line of the table."""
    times = [each["wait"] for each in waits]
    numbers = [median(times), max(times), median(each["handler"] for each in waits)]
    numbers += [median(works), max(works)]
    return " | ".join([name, str(len(waits)), *(f"{number:.0f}" for number in numbers)])


def main() -> int:
    """Prints the table; names in the arguments choose the actions that begin with one."""
    parser = site_arguments(__doc__, "site")
    parser.add_argument("names", nargs="*", metavar="NAME")
    given = parser.parse_args()
    begins = tuple(given.names) or ""
    chosen = {name: one for name, one in ACTIONS.items() if name.startswith(begins)}
    with serving(given.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        print("action | presses | wait ms | worst | handler ms | work ms | worst")
        for name, (url, doing) in chosen.items():
            waits = [each for _ in range(TIMES) for each in waited(browser, address + url, doing)]
            works = [each for _ in range(TIMES) for each in worked(browser, address + url, doing)]
            print(row(name, waits, works), flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
