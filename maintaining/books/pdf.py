"""Writes a book as PDF: tagged, with bookmarks, running titles, true page numbers in the contents, printed addresses.

By WeasyPrint: a browser puts no page numbers into the contents, and its bytes differ from run to run.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .book import Book
from .pages import page

STYLE = Path(__file__).with_name("pdf.css")
BASE = "book:/"
# Characters that our fonts lack, and the nearest that they have, so that no font of the machine is used.
SIGNS = str.maketrans({"→": "›", "▸": "›"})


class _OwnFiles(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Opens the style sheet and its fonts, and nothing else."""

    def __init__(self, fonts: Mapping[str, Path]) -> None:
        super().__init__()
        self._files = {**fonts, "pdf.css": STYLE}
        self._types = {".css": "text/css", ".woff2": "font/woff2"}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file of this name. Raises FatalURLFetchingError for anything else."""
        path = self._files.get(url.removeprefix(BASE))
        if path is None:
            raise FatalURLFetchingError(
                f"a book opens nothing but its own files, and asked for {url}"
            )
        return URLFetcherResponse(
            url, path.read_bytes(), {"Content-Type": self._types[path.suffix]}
        )


def pdf(book: Book, fonts: Mapping[str, Path]) -> bytes:
    """The file. The same book gives the same bytes. `fonts` are the web fonts that the style names."""
    modified = datetime.fromtimestamp(book.edition.seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    text = page("pdf.html", book, modified=modified).translate(SIGNS)
    document = HTML(string=text, base_url=BASE, url_fetcher=_OwnFiles(fonts))
    written: bytes = document.write_pdf(pdf_tags=True)
    return written
