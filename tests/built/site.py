"""The real guide, built once a test run below a sub-path, and its pages as parsed documents.

site = built_once(tmp_path_factory)     # the fixture `site` of tests/built and tests/browser
site.pages["pay/levels/"].document      # an ElementTree, as the reference parser understands the page

The reference parser (html5lib) and not the guide's own reader: its parse errors are our check that the HTML is valid.
All pages together take it 3.4 s of CPU, the guide's own reader 1.7 s.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest

PROJECT = Path(__file__).resolve().parents[2]
# A sub-path, as on a project site: an address that forgets it works at a root domain only.
SUB_PATH = "/guide/"
SITE_URL = "https://example.org" + SUB_PATH
# The server answers with 404.html at any depth, so the page must work from a deep address.
ADDRESS_OF_404 = "no/such/page"
BUILD_SECONDS = 300


def page_urls() -> list[str]:
    """The address of each page below the site, from docs/: "", "mistakes/", "pay/levels/" ..."""
    sources = (path.relative_to(PROJECT / "docs") for path in (PROJECT / "docs").rglob("*.md"))
    stems = (source.with_suffix("").as_posix() for source in sources)
    return sorted("" if s == "index" else s.removesuffix("/index") + "/" for s in stems)


def build(folder: Path, **environment: str) -> str:
    """Build the real guide into `folder` and return what was printed; fails the test if that is not clean."""
    env = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    env |= {"SITE_URL": SITE_URL, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", **environment}
    config = str(PROJECT / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(folder)]
    done = subprocess.run(
        command,
        check=False,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=BUILD_SECONDS,
    )
    assert done.returncode == 0, f"the guide does not build:\n{done.stdout}"
    return done.stdout


def built_once(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of this test run: the first process that asks builds it, those beside it wait and share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, log = shared / "built-guide", shared / "built-guide.log"
    with (shared / "built-guide.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not log.exists():
            output = build(folder, PYTHONHASHSEED="1", TZ="Etc/GMT+11")
            log.write_text(output, encoding="utf-8")  # last, so that it says: built
    return _read_once(folder, log)


@lru_cache
def _read_once(folder: Path, log: Path) -> BuiltSite:
    """One site for all folders of tests, so that a process parses each page once."""
    return BuiltSite(folder, log.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Page:
    """A published page; `url` is its address below the site ("pay/levels/"), `html` its text."""

    url: str
    html: str

    @property
    def address(self) -> str:
        """The full address at which a reader meets the page."""
        return urljoin(SITE_URL, ADDRESS_OF_404 if self.url == "404.html" else self.url)

    @cached_property
    def _parsed(self) -> tuple[Element, list[tuple[tuple[int, int], str, dict[str, Any]]]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        return parser.parse(self.html), parser.errors

    @property
    def document(self) -> Element:
        """The page's tree. HTML elements have plain names, SVG ones `{http://www.w3.org/2000/svg}name`."""
        return self._parsed[0]

    @property
    def parse_errors(self) -> list[tuple[tuple[int, int], str, dict[str, Any]]]:
        """What the HTML standard calls parse errors: ((line, column), code, details)."""
        return self._parsed[1]

    @cached_property
    def ids(self) -> set[str]:
        """Every anchor of the page."""
        return {element.get("id", "") for element in self.document.iter()} - {""}

    @cached_property
    def content(self) -> Element:
        """The page's own content: the article, and on the home page the hero before it. Results of a search are
        articles too, but without this class."""
        whole = Element("content")
        wanted = {"hero", "md-content__inner"}
        whole.extend(element for element in self.document.iter() if wanted & classes(element))
        assert sum(e.tag == "article" for e in whole) == 1, f"{self.url}: not one content article"
        return whole


@dataclass(frozen=True)
class BuiltSite:
    """The published folder and what the build printed."""

    root: Path
    log: str

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML file by its address: the pages of docs/, and 404.html."""
        pages = {}
        for path in sorted(self.root.rglob("*.html")):
            url = path.relative_to(self.root).as_posix()
            url = url if url == "404.html" else url.removesuffix("index.html")
            pages[url] = Page(url, path.read_text(encoding="utf-8"))
        return pages

    @property
    def content_pages(self) -> list[Page]:
        """All pages but 404.html."""
        return [page for url, page in self.pages.items() if url != "404.html"]

    def files(self) -> dict[str, Path]:
        """Every published file by its path below the site."""
        paths = (path for path in sorted(self.root.rglob("*")) if path.is_file())
        return {path.relative_to(self.root).as_posix(): path for path in paths}

    def texts(self) -> dict[str, str]:
        """Every published text that can be read, by its path. The search's packed words use every
        sign; tests/search unpacks and checks them."""
        return {
            name: path.read_text(encoding="utf-8")
            for name, path in self.files().items()
            if path.suffix in (".html", ".xml", ".json", ".txt")
            and not name.startswith(("search/words/", "search/core.json"))
        }


def classes(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def text_nodes(element: Element, skip: tuple[str, ...] = ("script", "style")) -> Iterator[str]:
    """Each text node below `element`, in order, without those inside `skip` and without comments."""
    if isinstance(element.tag, str) and element.tag not in skip:
        yield element.text or ""
        for child in element:
            yield from text_nodes(child, skip)
            yield child.tail or ""


def visible_text(element: Element) -> str:
    """All text below `element`, in one line."""
    return " ".join("".join(text_nodes(element)).split())


def assert_none(faults: list[str]) -> None:
    """Fail with every fault on a line of its own."""
    assert not faults, "\n".join([f"{len(faults)} faults", *faults])
