"""What the ten largest pages are made of: `python -m tests.bench.made_of SITE` prints a table.

A part counts as many bytes (gzip -9) as the page is lighter without it, so what a page repeats counts little, and the
parts of a page do not add up to it. What is left is the content: its words, and the markup around them.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from tests.bench.sites import site_arguments

PAGES = 10
PARTS = {
    "head": r"<head>.*?</head>",
    "header": r"<header.*?</header>",
    "menu": r'<div class="md-sidebar md-sidebar--primary".*?(?=<div class="md-content)',
    "foot": r"</article>.*",
    "pictures": r"<svg.*?</svg>",
    "sources": r'<ol class="sources">.*?</ol>',
    "marks": r'<a class="cite .*?</a>',
    "edit, report": r'<span class="(?:page|row)-links">.*?</span>|<a [^>]*rel="edit">.*?</a>',
    "cell labels": r'<span class="guide-table__label">.*?</span>',
    "attributes": r' (?:data-[\w-]+|aria-label|title|rel)="[^"]*"',
    "classes": r' class="[^"]*"',
}


def zipped(html: str) -> bytes:
    """A page as a host sends it."""
    return gzip.compress(html.encode(), 9, mtime=0)


def made_of(html: str) -> dict[str, int]:
    """The bytes of a page, and of each part."""
    whole = len(zipped(html))
    parts = {name: len(zipped(re.sub(part, "", html, flags=re.S))) for name, part in PARTS.items()}
    return {"page": whole} | {name: whole - rest for name, rest in parts.items()}


def main() -> int:
    """Prints the table."""
    site: Path = site_arguments(__doc__, "site").parse_args().site
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("index.html")}
    found = {
        path.parent.relative_to(site).as_posix(): made_of(html) for path, html in pages.items()
    }
    print(" | ".join(["address", "page", *PARTS]))
    for url, sizes in sorted(found.items(), key=lambda each: -each[1]["page"])[:PAGES]:
        print(" | ".join([url, *map(str, sizes.values())]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
