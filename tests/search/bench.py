"""`make bench-search`: how well, how light and how fast the search answers, beside the theme's own search.

Quality: queries.csv, each query put to the worker in a headless Chromium. Results are read as a reader takes them:
pages in order, on each page the best place first. Ours and the stock worker answer on the same pages; the stock one has
the whole index that MkDocs writes, once as typed and once with Lunr's fuzzy terms (`word~1`). Bytes: gzip -9 bodies.
Until the first result counts the most that one of five first queries fetches, with an empty cache.
Milliseconds: for each letter of three queries, from the key press to the frame that shows the new list, all texts at
hand. By the clock the browser slows the page's thread down four times (it cannot slow a worker), and the median of
five runs is judged; other work on the machine counts, so run it alone. Beside it stands the processor time of page and
worker together, times four.
Exit code 1 if the set-aside half or a budget falls short.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.conftest import FLAGS
from tests.browser.server import serving
from tests.search.asking import (
    OUR_WORKER,
    STOCK_WORKER,
    ask,
    bytes_to_first_result,
    milliseconds_to_paint,
    milliseconds_to_ready,
    processor_milliseconds_to_paint,
)
from tests.search.building import build_ours, build_stock, multiply
from tests.search.queries import KINDS, Query, load_queries
from tests.search.scoring import Scores, print_head, print_scores

FIRST_RESULT, FIRST_RESULT_OF_TEN = 120.0, 300.0  # kB
PAINT, READY = 50.0, 300.0  # ms
LEAST = {"success@3": 0.97, "success@3 of each kind": 0.95, "success@1": 0.85}
TIMES = 10


def main() -> int:
    """Prints the tables; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tests.search.bench", description=__doc__)
    parser.add_argument("--half", choices=("tune", "set-aside", "both"), default="both")
    half = parser.parse_args().half
    with tempfile.TemporaryDirectory(prefix="guide-search-") as folder, sync_playwright() as tools:
        root = Path(folder)
        build_ours(root / "ours")
        build_stock(root / "stock")
        multiply(root / "ours", root / "stock", root / "many", TIMES)
        chromium = tools.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        faults = compare(chromium, root, load_queries(None if half == "both" else half))
        faults += costs(chromium, root)
        chromium.close()
    print("\nAll kept." if not faults else "\nFallen short: " + "; ".join(faults))
    return 1 if faults else 0


def compare(browser: Browser, root: Path, queries: list[Query]) -> list[str]:
    """Prints quality by engine, half and kind; returns where the set-aside half of ours falls short."""
    texts = [query.text for query in queries]
    fuzzy = [
        " ".join(f"{w}~1" if len(w) > 3 and w.isalpha() else w for w in t.split()) for t in texts
    ]
    with serving(root / "ours") as ours, serving(root / "stock") as stock:
        answers = {
            "ours": ask(browser, ours, OUR_WORKER, texts),
            "stock Lunr": ask(browser, stock, STOCK_WORKER, texts),
            "stock Lunr, fuzzy terms": ask(browser, stock, STOCK_WORKER, fuzzy),
        }
    print_head()
    faults: list[str] = []
    for engine, answered in answers.items():
        for half in sorted({query.half for query in queries}):
            rows = print_scores(engine, half, queries, answered)
            faults += _short(rows) if (engine, half) == ("ours", "set-aside") else []
    return faults


def _short(rows: Scores) -> list[str]:
    found = {
        "success@3": rows["all"][1],
        "success@3 of each kind": min(rows[kind][1] for kind in KINDS),
        "success@1": rows["all"][0],
    }
    return [
        f"{what} {value:.3f} of {LEAST[what]}"
        for what, value in found.items()
        if value < LEAST[what]
    ]


def costs(browser: Browser, root: Path) -> list[str]:
    """Prints bytes and milliseconds with their budgets; returns those that are broken."""
    with serving(root / "ours") as ours:
        stub, light = bytes_to_first_result(browser, ours, root / "ours")
        ready = milliseconds_to_ready(browser, ours)
        paint = milliseconds_to_paint(browser, ours)
        worked = processor_milliseconds_to_paint(browser, ours)
    with serving(root / "many") as many:
        stub_of_many, heavy = bytes_to_first_result(browser, many, root / "many")
    with serving(root / "stock") as stock:
        loaded, _ = bytes_to_first_result(browser, stock, root / "stock")
    print(f"\nfirst load, for search, stock: {loaded / 1000:.1f} kB")
    lines = [
        ("first load, for search", stub / 1000, 1.0, "kB"),
        (f"the same with {TIMES} times the content: growth", (stub_of_many - stub) / 1000, 0, "kB"),
        ("until the first result", light / 1000, FIRST_RESULT, "kB"),
        (f"the same with {TIMES} times the content", heavy / 1000, FIRST_RESULT_OF_TEN, "kB"),
        ("ready after the focus, warm HTTP cache", ready, READY, "ms"),
        ("key press to painted results, p95, CPU / 4", paint, PAINT, "ms"),
    ]
    for what, value, budget, unit in lines:
        verdict = "kept" if value <= budget else "BROKEN"
        print(f"{what:48} {value:8.1f} of {budget:6.1f} {unit}   {verdict}")
    print(f"{'the same in processor time, times 4':48} {worked:8.1f} ms")
    return [what for what, value, budget, _ in lines if value > budget]


if __name__ == "__main__":
    sys.exit(main())
