"""The books, if `make books` has built them from the same commit for the same address."""

from __future__ import annotations

import json

from ...downloads import BOOKS
from ...site import Site

EDITION = "edition.json"


def copy_books(site: Site) -> None:
    """Copies the books into `books/`, unless they are of another edition, so that no site offers outdated books."""
    folder = site.guide.root / BOOKS
    if site.is_preview or not (folder / EDITION).is_file():
        return
    info = site.build_info
    if not info or info.is_edited:
        return
    edition = json.loads((folder / EDITION).read_text(encoding="utf-8"))
    if edition != {"commit": info.commit, "site_url": site.settings.url}:
        return
    for book in sorted(folder.glob("*.*")):
        if book.name != EDITION:
            site.write(f"books/{book.name}", book.read_bytes())
