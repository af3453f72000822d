"""The bytes that a reader's browser fetches."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import html5lib

BASE = "https://site.invalid/"


@dataclass(frozen=True)
class Weight:
    """Bytes of a page's first load, gzip -9: its HTML, its style sheets, its scripts."""

    url: str
    html: int
    css: int
    js: int

    @property
    def total(self) -> int:
        """All three."""
        return self.html + self.css + self.js


def weigh_pages(root: Path) -> list[Weight]:
    """The weight of each page, heaviest first; pictures and what is fetched on demand are left out."""
    sizes: dict[str, int] = {}
    pages = [_weigh(path, root, sizes) for path in sorted(root.rglob("index.html"))]
    return sorted(pages, key=lambda weight: weight.total, reverse=True)


def gzipped(path: Path) -> int:
    """The size of a file at gzip -9, as a static host sends it; headers are not counted."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def _weigh(path: Path, root: Path, sizes: dict[str, int]) -> Weight:
    url = path.relative_to(root).as_posix().removesuffix("index.html")
    document = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    sheets = [e.get("href") for e in document.iter("link") if e.get("rel") == "stylesheet"]
    scripts = [e.get("src") for e in document.iter("script") if e.get("src")]

    def total(addresses: list[str]) -> int:
        for address in addresses:
            if address not in sizes:
                file = root / urlsplit(urljoin(BASE + url, address)).path.lstrip("/")
                sizes[address] = gzipped(file)
        return sum(sizes[address] for address in addresses)

    return Weight(url, gzipped(path), total(sheets), total(scripts))
