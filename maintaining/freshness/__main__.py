"""`python -m maintaining.freshness stale|links`: prints a report and saves it in build/, for the scheduled job.

Both exit with 0 whatever they find: nobody's change made the data stale, so this blocks nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import sys
from pathlib import Path

from guide.pages.reading import read_pages
from guide.rows.loading import load_guide
from guide.rows.problems import report

from . import link_report, stale
from .addresses import addresses
from .link_cache import read_cache, write_cache
from .links import Round

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 if the data has problems, so that there is no report."""
    parser = argparse.ArgumentParser(prog="freshness", description=__doc__)
    parser.add_argument("command", choices=("stale", "links"))
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    # It logs every retry; the report has the results.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    guide = load_guide(root)
    if guide.problems:
        print(report(guide.problems), file=sys.stderr)
        return 1
    # The real date: unlike a build, this reports what has become old since.
    today = dt.datetime.now(dt.UTC).date()
    is_stale = options.command == "stale"
    text = stale.report(guide, today, read_pages(root)) if is_stale else links(root, today)
    saved = root / "build" / f"{options.command}.md"
    saved.parent.mkdir(exist_ok=True)
    saved.write_text(text, encoding="utf-8")
    print(text)
    return 0


def links(root: Path, today: dt.date) -> str:
    """Asks the addresses that are due, remembers the answers in .cache/links.json, and reports on all."""
    places, cache = addresses(load_guide(root), root / "docs"), root / ".cache" / "links.json"
    this = Round(today)
    memory = this.run(places, read_cache(cache))
    write_cache(cache, memory)
    return link_report.report(memory, places, this.postponed)


if __name__ == "__main__":
    sys.exit(main())
