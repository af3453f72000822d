"""Writes a book as EPUB 3."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from guide.publish.downloads.archives import zipped

from .book import Book
from .cover import cover_picture
from .pages import chapter_page, page

STYLE = Path(__file__).with_name("epub.css")
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
SVG_START = "<svg"
# The format requires it for the first; the second is compressed already.
STORED = ("mimetype", "book/cover.png")


@dataclass(frozen=True)
class Item:
    """A file of the book as its package lists it."""

    href: str
    media_type: str
    properties: str = ""

    @property
    def id(self) -> str:
        """Its name in the package."""
        return "file-" + self.href.replace(".", "-")


def epub(book: Book, fonts: Mapping[str, Path]) -> bytes:
    """The file. The same book gives the same bytes."""
    texts = dict(_texts(book))
    items = [_item(name, text) for name, text in texts.items()]
    items += [Item("book.css", "text/css"), Item("cover.png", "image/png", "cover-image")]
    modified = datetime.fromtimestamp(book.edition.seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{book.edition.site_url}{book.volume.name}").urn
    package = page("package.opf", book, items=items, modified=modified, identifier=identifier)
    files: Mapping[str, bytes] = {
        "mimetype": b"application/epub+zip",  # first and uncompressed, as the format requires
        "META-INF/container.xml": CONTAINER.encode(),
        "book/package.opf": package.encode(),
        **{f"book/{name}": text.encode() for name, text in texts.items()},
        "book/book.css": STYLE.read_bytes(),
        "book/cover.png": cover_picture(book, fonts),
    }
    return zipped(files, stored=lambda path: path in STORED)


def _texts(book: Book) -> Iterator[tuple[str, str]]:
    """Name and text of each page, in the order of reading."""
    for name in ("cover", "title", "nav"):
        yield f"{name}.xhtml", page(f"{name}.xhtml", book)
    for chapter in book.chapters:
        yield f"{chapter.slug}.xhtml", chapter_page(book, chapter)
    for name in ("notes", "on-the-web"):
        yield f"{name}.xhtml", page(f"{name}.xhtml", book)


def _item(name: str, text: str) -> Item:
    properties = ["nav"] if name == "nav.xhtml" else []
    properties += ["svg"] if SVG_START in text else []
    return Item(name, "application/xhtml+xml", " ".join(properties))
