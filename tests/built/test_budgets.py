"""First visits cost no more than budgets.yml says."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from tests.built.site import SITE_URL, BuiltSite, Page

BUDGETS = yaml.safe_load((Path(__file__).parent / "budgets.yml").read_text(encoding="utf-8"))
LINKED = {"stylesheet", "modulepreload", "icon"}
# The theme's script starts it on every page.
WORKER = "assets/search/worker.js"


def weight(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def loaded(site: BuiltSite, page: Page) -> dict[str, int]:
    """What a page loads beside its HTML, by path below the site: bytes."""
    tags = page.document.iter()
    found = {WORKER}
    for tag in tags:
        address = tag.get("src") if tag.tag == "script" else None
        if tag.tag == "link" and tag.get("rel") in LINKED:
            address = tag.get("href")
        if address:
            found.add(urljoin(page.address, address).removeprefix(SITE_URL))
    return {path: weight((site.root / path).read_bytes()) for path in sorted(found)}


def over(found: dict[str, int], budget: str) -> dict[str, int]:
    """The pages that cost more, or a failure if none was measured."""
    assert found
    return {url: cost for url, cost in found.items() if cost > BUDGETS[budget]}


@pytest.fixture(scope="module")
def loads(site: BuiltSite) -> dict[str, dict[str, int]]:
    return {page.url: loaded(site, page) for page in site.content_pages}


def has_tools(files: dict[str, int]) -> bool:
    return any("assets/tools/" in path for path in files)


@pytest.mark.parametrize(("tools", "end"), [(False, ""), (True, "_with_tools")])
def test_what_a_page_loads_beside_its_html(
    loads: dict[str, dict[str, int]], tools: bool, end: str
) -> None:
    kind = {url: files for url, files in loads.items() if has_tools(files) is tools}
    assert over({u: sum(f.values()) for u, f in kind.items()}, f"bytes_beside_html{end}") == {}
    assert over({u: len(f) + 1 for u, f in kind.items()}, f"requests{end}") == {}


def test_the_home_page(site: BuiltSite, loads: dict[str, dict[str, int]]) -> None:
    total = weight(site.pages[""].html.encode()) + sum(loads[""].values())
    assert over({"": total}, "bytes_of_home") == {}


def test_the_html_of_each_page(site: BuiltSite) -> None:
    costs = {page.url: weight(page.html.encode()) for page in site.pages.values()}
    assert over(costs, "bytes_of_html") == {}


def test_what_the_first_query_of_a_reader_fetches(site: BuiltSite) -> None:
    """The core at once, and of the words only the files that a query needs: so each is small."""
    words = sorted((site.root / "search/words").iterdir())
    assert (
        over(
            {"core": weight((site.root / "search/core.json").read_bytes())}, "bytes_of_search_core"
        )
        == {}
    )
    assert (
        over({path.name: weight(path.read_bytes()) for path in words}, "bytes_of_search_words")
        == {}
    )


def test_what_a_page_loads_does_not_grow_with_the_site(loads: dict[str, dict[str, int]]) -> None:
    """One style sheet, and two scripts beside the theme's: no list of pages is among them."""
    plain = [files for files in loads.values() if not has_tools(files)]
    assert {tuple(files) for files in plain} == {tuple(plain[0])}
