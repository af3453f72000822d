"""When pages are there on a slow phone: `python -m tests.bench.slow_phone SITE [STOCK_SITE]` prints a table.

The network gives 400 kb/s after 400 ms, compressed files, and the processor is six times slower (Chrome's own
throttling). It prints the seconds to the text and to the first control of the tool, which should come within 1.3 times
the text's plus 2; then, with a processor four times slower and no throttled network, the blocking time (what tasks take
beyond 50 ms), the shift of the layout, and the longest wait for the picture after a press. Seconds differ between
machines and with what else they do, so nothing is held to them; the ratio to stock Material's (bench's stock pages,
built) is of one run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.compressing import serving
from tests.bench.sites import built_site, site_arguments
from tests.browser.chromium import find_chromium
from tests.browser.conftest import FLAGS

BYTES_PER_SECOND, LATENCY_MS = 400_000 // 8, 400
SLOW, SLOWER = 4, 6
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True}
# Read where no script has run yet.
UNDRAWN = "Without scripts."
CONTROL = "button, select, input, a[href]"
# Address, the tool's element, and the button that does its main thing.
TOOLS = (
    ("prepare/practice/", "practice-tool", "PM"),
    ("prepare/dated-plan/", "study-plan-tool", "Make"),
    ("pay/offer-calculator/", "offer-calculator-tool", ""),
    ("prepare/mock-interview/", "mock-interview-tool", "Start"),
    ("prepare/cards/?page=pay/levels", "cards-tool", "Study"),
)
ARTICLES = ("loops/pm/", "pay/by-level/")
WATCH = """
  window.seen = {long: 0, shift: 0, waits: [], text: 0, tool: 0};
  const watch = (type, note, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({type, buffered: true, ...more});
  watch("largest-contentful-paint", ({startTime}) => { seen.text = startTime; });
  watch("longtask", ({duration}) => { seen.long += duration - 50; });
  watch("layout-shift", ({value, hadRecentInput}) => { seen.shift += hadRecentInput ? 0 : value; });
  watch("event", ({duration, interactionId}) => interactionId && seen.waits.push(duration), {durationThreshold: 16});
  new MutationObserver(() => {
    const tool = document.querySelector(window.name || "none");
    if (!tool?.querySelector("CONTROL") || tool.textContent.includes("UNDRAWN")) return;
    seen.tool ||= performance.now();
  }).observe(document, {childList: true, subtree: true});
""".replace("CONTROL", CONTROL).replace("UNDRAWN", UNDRAWN)


@contextmanager
def phone(browser: Browser, element: str, rate: int, is_slow_network: bool) -> Iterator[Page]:
    """A page of a new profile on such a phone; `window.name` says which element to look for."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.add_init_script(f"window.name = {element!r};{WATCH}")
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    if is_slow_network:
        limits = {"latency": LATENCY_MS, "uploadThroughput": BYTES_PER_SECOND}
        limits |= {"downloadThroughput": BYTES_PER_SECOND, "offline": False}
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", limits)
    yield page
    context.close()


def arrival(browser: Browser, address: str, element: str = "") -> tuple[float, float]:
    """Seconds to the largest text and to the tool on the slow network."""
    with phone(browser, element, SLOWER, is_slow_network=True) as page:
        page.goto(address, timeout=120_000)
        if element:
            page.locator(f"{element} :is({CONTROL})").first.wait_for(
                state="attached", timeout=120_000
            )
        page.wait_for_load_state("networkidle", timeout=120_000)
        seen = page.evaluate("seen")
    return seen["text"] / 1000, seen["tool"] / 1000


def smoothness(browser: Browser, address: str, element: str, button: str) -> dict[str, float]:
    """Blocking time, shift and the longest wait after a press, with a slow processor."""
    with phone(browser, element, SLOW, is_slow_network=False) as page:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        seen = page.evaluate("seen")
        if button:
            page.locator(element).get_by_role("button", name=button).first.click()
            page.wait_for_timeout(1500)
        return {**seen, "wait": max(page.evaluate("seen.waits"), default=0)}


def main() -> int:
    """Prints the table."""
    parser = site_arguments(__doc__, "site")
    parser.add_argument("stock", nargs="?", type=built_site, metavar="STOCK_SITE")
    given = parser.parse_args()
    with serving(given.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        print_tools(browser, address)
        print_articles(browser, address, given.stock)
        browser.close()
    return 0


def print_tools(browser: Browser, address: str) -> None:
    """A line for each tool."""
    print("page | text s | tool s | at most s | blocked ms | shift | wait ms")
    for url, element, button in TOOLS:
        text, tool = arrival(browser, address + url, element)
        smooth = smoothness(browser, address + url, element, button)
        print(
            f"{url} | {text:.1f} | {tool:.1f} | {1.3 * text + 2:.1f} | "
            f"{smooth['long']:.0f} | {smooth['shift']:.3f} | {smooth['wait']:.0f}",
            flush=True,
        )


def print_articles(browser: Browser, address: str, stock: Path | None) -> None:
    """A line for each article, and one for the same page of stock Material if there is its site."""
    for url in ARTICLES:
        ours, _ = arrival(browser, address + url)
        print(f"{url} | {ours:.1f}", flush=True)
        if stock:
            with serving(stock) as theirs:
                text, _ = arrival(browser, theirs + url)
            print(f"  stock Material {text:.1f}, ratio {ours / text:.2f}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
