"""Puts queries to a search worker in a browser, the way the theme does, and measures what a reader waits for."""

from __future__ import annotations

import gzip
import json
import statistics
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.browser.conftest import go
from tests.built.site import SUB_PATH
from tests.search.tracing import work_between

OUR_WORKER = "assets/search/worker.js"
STOCK_WORKER = "assets/javascripts/workers/"
Answered = list[list[str]]
FIELD = "[data-md-component=search-query]"
TYPED = ("senior pm pay", "mock interview", "how many rounds")
SLOWER = 4
RUNS = 5
# What a reader may ask first: each brings texts of other pages.
FIRST = (
    "salary",
    "interview questions",
    "level 64",
    "can a PM move to PMM inside Microsoft?",
    "glossary",
)

ASK = """
async ([worker, queries]) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const index = await (await fetch(new URL("search/search_index.json", new URL(config.base, location)))).json();
  const asked = new Worker(new URL(config.search, location));
  const wait = (type) => new Promise((resolve) => {
    asked.onmessage = ({ data }) => data.type === type && resolve(data.data);
  });
  let answer = wait(1);
  asked.postMessage({ type: 0, data: { ...index, options: { suggest: true } } });
  await answer;
  const found = [];
  for (const query of queries) {
    answer = wait(3);
    asked.postMessage({ type: 2, data: query });
    const { items } = await answer;
    found.push(items.flatMap((page) => [...page].sort((a, b) => b.score - a.score).map(({ location }) => location)));
  }
  return found;
}
"""
# Milliseconds from a letter in the field to the frame after the list has changed.
PAINT = """
(letter) => new Promise((resolve) => {
  performance.mark("pressed");
  const field = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector(".md-search-result__list");
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (!list.childElementCount) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      performance.mark("painted");
      resolve(performance.now() - start);
    }));
  });
  watch.observe(list, { childList: true });
  field.value += letter;
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})
"""
READY = """
() => new Promise((resolve) => {
  const start = performance.now();
  const channel = new BroadcastChannel("search-intent");
  channel.onmessage = ({ data }) => data === "ready" && resolve(performance.now() - start);
  document.querySelector("[data-md-component=search-query]").focus();
})
"""


def ask(browser: Browser, address: str, worker: str, queries: list[str]) -> Answered:
    """The places that answer each query, the best first."""
    page = browser.new_page()
    go(page, address)
    config = page.locator("#__config").text_content() or ""
    assert worker in config, f"this site's search is not {worker}: {config}"
    found = page.evaluate(ASK, [worker, queries])
    page.close()
    return found


def bytes_to_first_result(browser: Browser, address: str, root: Path) -> tuple[int, int]:
    """Bytes for search in the first load, and until the first result is painted: the most over some first queries."""
    weights = [_bytes_of_a_query(browser, address, root, query) for query in FIRST]
    return max(first for first, _ in weights), max(total for _, total in weights)


def _bytes_of_a_query(browser: Browser, address: str, root: Path, query: str) -> tuple[int, int]:
    context = browser.new_context()  # with an empty cache
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    go(page, address + "loops/pm/")
    page.wait_for_load_state("networkidle")
    first = _weight(fetched, root)
    page.keyboard.press("/")
    page.wait_for_timeout(50)
    page.locator(FIELD).fill(query[:-1])
    page.locator(FIELD).press_sequentially(query[-1])
    page.wait_for_selector(".md-search-result__link")
    total = _weight(fetched, root)
    context.close()
    return first, total


def _weight(addresses: list[str], root: Path) -> int:
    """gzip -9 bodies of what belongs to the search."""
    paths = {urlsplit(address).path.removeprefix(SUB_PATH) for address in addresses}
    ours = [p for p in paths if p.startswith(("search/", "assets/search/", STOCK_WORKER))]
    return sum(len(gzip.compress((root / path).read_bytes(), 9, mtime=0)) for path in ours)


def milliseconds_to_ready(browser: Browser, address: str) -> float:
    """From the focus to the engine being ready, its files in the HTTP cache."""
    context = browser.new_context()
    seconds = []
    for _ in range(4):
        page = context.new_page()
        go(page, address + "loops/pm/")
        page.wait_for_load_state("networkidle")
        seconds.append(page.evaluate(READY))
        page.close()
    context.close()
    return max(seconds[1:])  # the first one fills the cache


def milliseconds_to_paint(browser: Browser, address: str) -> float:
    """By the clock, the processor slowed down: the 95th percentile over the letters of some queries, median of runs."""
    page = _warm_page(browser, address)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    runs = [p95(_type(page)) for _ in range(RUNS)]
    page.close()
    return statistics.median(runs)


def processor_milliseconds_to_paint(browser: Browser, address: str) -> float:
    """What the page's and the worker's threads work from a key press to the paint, times the slowdown; 95th percentile.

    Other work on the machine makes a clock run on, and this only a little.
    """
    page = _warm_page(browser, address)
    browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing"])
    for _ in range(RUNS):
        _type(page)
    worked = work_between(json.loads(browser.stop_tracing())["traceEvents"], "pressed", "painted")
    page.close()
    return p95(worked) * SLOWER


def p95(numbers: list[float]) -> float:
    """The 95th percentile."""
    return sorted(numbers)[int(len(numbers) * 0.95)]


def _warm_page(browser: Browser, address: str) -> Page:
    page = browser.new_page()
    go(page, address + "loops/pm/")
    page.keyboard.press("/")
    _warm(page)
    return page


def _type(page: Page) -> list[float]:
    times = []
    for query in TYPED:
        page.locator(FIELD).fill("")
        page.wait_for_timeout(300)
        times += [page.evaluate(PAINT, letter) for letter in query if letter != " "]
    return times


def _warm(page: Page) -> None:
    """Bring the engine and all texts into memory."""
    core = page.evaluate("fetch('../../search/core.json').then(answer => answer.json())")
    with page.expect_request(f"**/search/texts/{len(core['texts']) - 1}.json"):
        page.locator(FIELD).press_sequentially("pay")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
