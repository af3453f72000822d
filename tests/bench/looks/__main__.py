"""Compares how two built sites look: `python -m tests.bench.looks OLD NEW loops/pm/ ...` lists what differs.

For a change that must not be seen, such as one of how styles are published. What a browser computes for each element is
compared, and for what stands before and after it: on a phone and on a desk, in both palettes, unfolded, on paper, with
the menu, a dialog or the search open, and with a tool begun. Pixels would differ from run to run.
"""

from __future__ import annotations

from playwright.sync_api import sync_playwright

from tests.bench.sites import site_arguments
from tests.browser.chromium import find_chromium
from tests.browser.conftest import FLAGS
from tests.browser.server import serving

from .comparing import compared
from .views import visits


def main() -> int:
    """Compares; 1 if something differs."""
    parser = site_arguments(__doc__, "old", "new")
    parser.add_argument("pages", nargs="+", metavar="PAGE")
    given = parser.parse_args()
    faults = 0
    with serving(given.old) as one, serving(given.new) as other, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for visit in visits(given.pages):
            for screen, elements, found in compared(browser, one, other, visit):
                line = f"{visit} {screen}: {elements} elements, {len(found)} differences"
                print(line, *found[:5], sep="\n  ", flush=True)
                faults += bool(found)
        browser.close()
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
