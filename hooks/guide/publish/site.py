"""A built site while it is being finished: its folder, its pages in memory, and the checked guide behind it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from ..check.linter import Checked
from ..pages.build_info import BuildInfo, build_info_of
from ..pages.links import address_below_site
from ..pages.navigation import MenuEntry, menu
from ..pages.page import Page
from ..pages.settings import SiteSettings
from ..rows.loading import Guide
from ..rows.recalling_tables import recall_of_tables
from .between_builds import made_again, recalling
from .html.loaded import Joined
from .memory import Memory, memory_of
from .site_files import HeldFiles, MakeFiles, SiteFiles

A = TypeVar("A")
ARTICLE = '<article class="md-content__inner md-typeset">'
HERO = '<div class="hero__inner md-grid">'
# What the theme and our templates write into an article beside the page's own content.
CHROME = re.compile(
    r'<a id="__skip"[^>]*></a>'
    r'|<nav class="md-tags".*?</nav>'
    r'|<a [^>]*class="md-content__button.*?</a>'
    r'|<p class="(?:mark-page|page-text)".*?</p>',
    re.S,
)


class NotFinished(ValueError):
    """A step cannot do its work on this site. The message says what is wrong, where, and how to fix it."""


@dataclass(frozen=True)
class SitePage:
    """A page of the menu as the site has it. `file` and `url` are below the site, `source` is below docs/."""

    source: str
    title: str
    description: str
    groups: tuple[str, ...]
    tags: tuple[str, ...]

    # Cached: each step asks for them.
    @cached_property
    def url(self) -> str:
        """`pay/levels/`; empty for the home page."""
        return address_below_site(self.source)

    @cached_property
    def file(self) -> str:
        """`pay/levels/index.html`."""
        return f"{self.url}index.html"


@dataclass
class Site:
    """What each step is given. Steps change `html` in place; it is written once, after the last of them."""

    folder: Path
    checked: Checked
    settings: SiteSettings
    # While a writer looks at pages: what takes seconds and is only taken along is left out.
    is_preview: bool = False
    # In a server, the files of a rebuild are in memory.
    held: HeldFiles | None = None
    html: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Reads every HTML file, by its path below the site."""
        self.files = self.held or SiteFiles(self.folder)
        self.html = self.texts("**/*.html")

    @property
    def guide(self) -> Guide:
        """The rows."""
        return self.checked.guide

    @property
    def memory(self) -> Memory:
        """What earlier builds of this guide worked out."""
        return memory_of(self.guide.root)

    @cached_property
    def build_info(self) -> BuildInfo | None:
        """The commit it is built from; git is run once. Raises NotFinished for an invalid commit."""
        try:
            return build_info_of(self.guide.root, os.environ)
        except ValueError as error:
            raise NotFinished(str(error)) from None

    @cached_property
    def pages(self) -> list[SitePage]:
        """The pages in menu order, then those outside the menu. Raises NotFinished for a page that was not built."""
        sources = {page.path: page for page in self.checked.pages if page.path.endswith(".md")}
        entries = [entry for entry in menu(self.guide.root) if entry.path in sources]
        listed = {entry.path for entry in entries}
        entries += [
            MenuEntry(path, page.title) for path, page in sources.items() if path not in listed
        ]
        found = [_site_page(entry, sources[entry.path]) for entry in entries]
        if missing := [page for page in found if page.file not in self.html]:
            names = ", ".join(f"{page.file} (of docs/{page.source})" for page in missing[:3])
            raise NotFinished(f"{self.folder} lacks {len(missing)} pages: {names}. Build it first.")
        return found

    def content(self, page: SitePage) -> str:
        """The HTML of the page's own content: on the home page the hero, and then the article."""
        html = self.html[page.file]
        return "\n".join(
            CHROME.sub("", html[start:end]).strip() for start, end in _spans(html, page)
        )

    def edit_content(self, page: SitePage, edit: Callable[[str], str]) -> None:
        """Passes the inside of the hero and of the article through `edit`."""
        html = self.html[page.file]
        for start, end in reversed(list(_spans(html, page))):
            html = html[:start] + edit(html[start:end]) + html[end:]
        self.html[page.file] = html

    def edit_all(self, edit: Callable[[str], str]) -> None:
        """Passes every HTML file through `edit`, which depends on nothing else."""
        for name, html in self.html.items():
            self.html[name] = self.once(f"{edit.__name__} {name}", [html], partial(edit, html))

    def once(self, name: str, made_of: Iterable[str | bytes], make: Callable[[], A]) -> A:
        """The result of `make`; in a server that of the last build, if what it is made of is the same."""
        return made_again(name, made_of, make) if self.is_preview else make()

    def once_of_rows(
        self,
        name: str,
        made_of: Iterable[str],
        of_rows: Callable[[], list[str]],
        make: Callable[[], tuple[A, set[str]]],
    ) -> A:
        """The same for what depends on rows too: on those that `make` returns beside its result, as it read them.

        `of_rows` is what it is made of that other rows may change; it is asked for only if some row has changed.
        """
        if not self.is_preview:
            return make()[0]
        key = tuple(made_of)

        def looked_up() -> A:
            parts = (*key, "\n".join(of_rows()))
            return recall_of_tables(recalling(name), self.guide, parts, make)

        return made_again(name, (*key, self.guide.digest), looked_up)

    def write_all(self, starts: Sequence[str], made_of: Iterable[str], make: MakeFiles) -> None:
        """Writes the files that a step makes of the rows and of `made_of`; a server, once one of them is asked for.

        No page holds any of them. The path of each begins with one of `starts`.
        """
        key = (self.guide.digest, *made_of)
        made = partial(self.once, starts[0], key, make)
        if self.held:
            self.held.make_later(starts, made)
            return
        for path, content in made().items():
            self.write(path, content)

    def write(self, path: str, content: str | bytes) -> None:
        """Writes a file at `path` below the site."""
        self.files.write(path, content.encode() if isinstance(content, str) else content)

    def text(self, path: str) -> str:
        """A file as text, with line ends as they are written here, whatever the machine made of them."""
        return self.files.read(path).decode().replace("\r\n", "\n")

    def texts(self, pattern: str) -> dict[str, str]:
        """The files that match, by their path below the site, as text."""
        return {
            path: self.once(f"text {path}", [data := self.files.read(path)], data.decode)
            for path in self.paths(pattern)
        }

    def paths(self, *patterns: str) -> list[str]:
        """The files that match one of them, by their path below the site, in order."""
        return self.files.paths(*patterns)

    def take(self, joined: Joined) -> None:
        """Takes pages whose scripts or sheets were joined: their new files in place of what they loaded before."""
        self.html = joined.pages
        for path in joined.replaced:
            self.remove(path)
        for path, text in joined.files.items():
            self.write(path, text)

    def remove(self, path: str) -> None:
        """Removes a file that nothing links to any more, and the folders that it leaves empty."""
        self.files.remove(path)

    def save(self) -> None:
        """Writes every HTML file."""
        for name, html in self.html.items():
            self.write(name, self.once(f"bytes {name}", [html], html.encode))


def _site_page(entry: MenuEntry, page: Page) -> SitePage:
    return SitePage(page.path, entry.title, page.description, entry.groups, tuple(page.tags))


def _spans(html: str, page: SitePage) -> Iterator[tuple[int, int]]:
    """Where the content of a page starts and ends."""
    main = html.find("<main")
    if (hero := html.find(HERO, 0, main)) >= 0:
        end = html.rindex("</section>", hero, main)
        yield hero + len(HERO), html.rindex("</div>", hero, end)
    start = html.find(ARTICLE, main)
    if start < 0:
        raise NotFinished(
            f"{page.file} has no {ARTICLE}, in which themes by Material's authors put the content. "
            "Write the one that your theme uses to hooks/guide/publish/site.py."
        )
    yield start + len(ARTICLE), html.rindex("</article>", start, html.index("</main>", start))
