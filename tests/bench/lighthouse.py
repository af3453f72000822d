"""How fast Lighthouse finds a page of each kind: `python -m tests.bench.lighthouse SITE [STOCK_SITE]` prints a table.

Lighthouse opens each page as a phone would (its own simulated network and processor), five times and shows the
medians. The simulated seconds depend on the machine and on what else it does; the ratio to stock Material's
(bench's stock pages, built) is of one run, where each page of one is followed by the same page of the other.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from statistics import median
from typing import Any

from tests.bench.compressing import serving
from tests.bench.sites import built_site, site_arguments
from tests.browser.chromium import find_chromium
from tests.browser.conftest import FLAGS
from tests.guides import PROJECT

SCRIPT = PROJECT / ".ci/clients/lighthouse.js"
# One page of each kind: landing, loop, figures, cases, questions, list of sources, and tools.
PAGES = (
    *("", "loops/pm/", "pay/by-level/", "mistakes/", "prepare/case-design/"),
    *("prepare/questions-pm-product/", "reference/claims/", "reference/sources/"),
    *("prepare/practice/", "pay/offer-calculator/", "contribute/data-dictionary/"),
)
LISTENING = re.compile(r"DevTools listening on ws://[^/]*:(\d+)/")
TIMES, SECONDS = 5, 600


@contextmanager
def chromium_port() -> Iterator[str]:
    """The port of a Chromium that Lighthouse may drive."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-", ignore_cleanup_errors=True) as profile:
        command = [str(find_chromium()), "--headless=new", *FLAGS, "--remote-debugging-port=0"]
        browser = subprocess.Popen(
            [*command, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield _port(browser)
        finally:
            browser.terminate()
            browser.wait()


def _port(browser: subprocess.Popen[str]) -> str:
    """It names the port in a line of what it prints."""
    assert browser.stderr is not None
    for line in browser.stderr:
        if named := LISTENING.search(line):
            return named[1]
    raise AssertionError("Chromium ended before it named its port")


def audits(port: str, categories: Sequence[str], addresses: Sequence[str]) -> list[dict[str, Any]]:
    """What Lighthouse says of each address. Raises AssertionError where it fails."""
    done = subprocess.run(
        [".venv/bin/node", str(SCRIPT), port, ",".join(categories), *addresses],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def speed(port: str, addresses: Sequence[str]) -> list[dict[str, float]]:
    """The median score and measures of each address."""
    runs = audits(port, ["performance"], [address for _ in range(TIMES) for address in addresses])
    found = []
    for address in addresses:
        own = [{**run["scores"], **run["speed"]} for run in runs if run["address"] == address]
        found.append({name: median(run[name] for run in own) for name in own[0]})
    return found


def main() -> int:
    """Prints the table."""
    parser = site_arguments(__doc__, "site")
    parser.add_argument("stock", nargs="?", type=built_site, metavar="STOCK_SITE")
    given = parser.parse_args()
    with ExitStack() as stack:
        folders = filter(None, (given.site, given.stock))
        sites = [stack.enter_context(serving(site)) for site in folders]
        port = stack.enter_context(chromium_port())
        print(
            "page | score | FCP ms | LCP ms | TBT ms | CLS | stock: score | LCP ms | ratio of LCP"
        )
        for url in PAGES:
            ours, *stock = speed(port, [site + url for site in sites])
            parts = [f"{ours[name]:.0f}" for name in ("performance", "fcp", "lcp", "tbt")]
            parts.append(f"{ours['cls']:.3f}")
            for theirs in stock:
                parts += [f"{theirs[name]:.0f}" for name in ("performance", "lcp")]
                parts.append(f"{ours['lcp'] / theirs['lcp']:.2f}")
            print(" | ".join([url or "(home)", *parts]), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
