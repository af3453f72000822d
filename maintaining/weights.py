"""What a first visit to a built site costs, by the budgets of tests/built/budgets.yml: bytes at gzip -9, and counts."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

BASE = "https://site.invalid/"
TAG = re.compile(r"<(script|link)\b([^>]*)>")
ATTRIBUTE = re.compile(r'\s(src|href|rel)="([^"]*)"')
LINKED = {"stylesheet", "modulepreload", "icon"}
# The theme's script starts it on every page.
WORKER = "assets/search/worker.js"
# The cost of each page or file, by the name of the budget.
Costs = dict[str, dict[str, int]]


def weigh(site: Path) -> Costs:
    """What each page of a built site costs, by budget and by its address below the site."""
    loads = {path.parent: loaded(site, path) for path in sorted(site.rglob("index.html"))}
    costs: Costs = {}
    for folder, files in loads.items():
        url = f"{folder.relative_to(site).as_posix()}/".removeprefix("./")
        beside = sum(files.values())
        end = "_with_tools" if has_tools(files) else ""
        costs.setdefault(f"bytes_beside_html{end}", {})[url] = beside
        costs.setdefault(f"requests{end}", {})[url] = len(files) + 1
        if not url:
            costs["bytes_of_home"] = {url: beside + weight(folder / "index.html")}
    costs["bytes_of_html"] = {
        path.relative_to(site).as_posix().removesuffix("index.html"): weight(path)
        for path in sorted(site.rglob("*.html"))
    }
    core, words = site / "search/core.json", sorted(site.glob("search/words/*"))
    costs["bytes_of_search_core"] = {path.name: weight(path) for path in [core] if path.exists()}
    costs["bytes_of_search_words"] = {path.name: weight(path) for path in words}
    return costs


def loaded(site: Path, page: Path) -> dict[str, int]:
    """What a page loads beside its HTML, by path below the site: bytes."""
    place = BASE + page.relative_to(site).as_posix()
    found = {WORKER} if (site / WORKER).exists() else set()
    for address in _addresses(page.read_text(encoding="utf-8")):
        found.add(urlsplit(urljoin(place, address)).path.removeprefix("/"))
    return {path: weight(site / path) for path in sorted(found)}


def has_tools(files: dict[str, int]) -> bool:
    """Whether a page that loads these files holds a tool."""
    return any("assets/tools/" in path and "/core." not in path for path in files)


def weight(path: Path) -> int:
    """The bytes of a file as a host sends it compressed."""
    stat = path.stat()
    return _compressed(path, stat.st_mtime_ns, stat.st_size)


@cache
def _compressed(path: Path, _changed: int, _size: int) -> int:
    """Once for each file: every page loads the same scripts and style sheets."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def _addresses(html: str) -> Iterator[str]:
    for tag, rest in TAG.findall(html):
        attributes = dict(ATTRIBUTE.findall(rest))
        wanted = tag == "script" or attributes.get("rel") in LINKED
        address = attributes.get("src" if tag == "script" else "href")
        if wanted and address:
            yield address
