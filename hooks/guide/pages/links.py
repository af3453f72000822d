"""Addresses of pages inside components: MkDocs neither rewrites nor checks a raw `href`, so this does."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path

from ..rows.problems import UnknownName


@dataclass(frozen=True)
class Links:
    """Turns a source path such as `reference/claims.md` into an address that works from the page `here`.

    `writes_page_urls` is true for MkDocs, which leaves raw addresses alone, and false for Zensical, which rewrites
    source paths in raw HTML itself.
    """

    docs: Path
    here: str
    writes_page_urls: bool = True

    @property
    def url_path(self) -> str:
        """The address of this page below the site: `/pay/levels/`."""
        return page_url(self.here).rstrip("/") + "/"

    def to(self, target: str, section: str = "") -> str:
        """The address of `target`, with an optional anchor. Raises UnknownName for a page that does not exist."""
        if ".." in target or not (self.docs / target).is_file():
            pages = (path.relative_to(self.docs).as_posix() for path in self.docs.rglob("*.md"))
            raise UnknownName("page", target, pages)
        anchor = f"#{section}" if section else ""
        if target == self.here:
            return anchor or "."
        if not self.writes_page_urls:
            return posixpath.relpath(target, posixpath.dirname(self.here) or ".") + anchor
        return posixpath.relpath(page_url(target), page_url(self.here)) + "/" + anchor

    def file(self, path: str) -> str:
        """The address of a published file such as `data/levels.csv`, from the page `here`."""
        if not self.writes_page_urls:
            return posixpath.relpath(path, posixpath.dirname(self.here) or ".")
        return posixpath.relpath(f"/{path}", page_url(self.here))


def page_url(source_path: str) -> str:
    """The address of a page below the site's root: `/pay/levels` for `pay/levels.md`, `/` for the home page."""
    stem = source_path.removesuffix(".md")
    return posixpath.normpath(
        "/" + (posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem)
    )


def address_below_site(source_path: str) -> str:
    """`pay/levels/` for `pay/levels.md`; empty for the home page."""
    return f"{page_url(source_path)}/".lstrip("/")


def file_below_site(source_path: str) -> str:
    """Where a builder writes a page: `pay/levels/index.html` for `pay/levels.md`."""
    return f"{address_below_site(source_path)}index.html"
