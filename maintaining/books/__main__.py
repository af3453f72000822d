"""`python -m maintaining.books`: writes the books of the built site into build/books, with the edition they are of."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from guide.facts.freshness import data_date, data_epoch, spoken_date
from guide.pages.build_info import build_info_of, commit_time
from guide.pages.settings import site_settings
from guide.publish.steps.files.books import EDITION
from guide.rows.loading import load_guide

from .book import Edition, book_of
from .chapters.tables import Room
from .contents import VOLUMES
from .epub import epub
from .pdf import pdf

PROJECT = Path(__file__).resolve().parents[2]
# The writer of each format, and how wide a table may be in it: an e-book may be read on a phone.
FORMATS = {"epub": (epub, Room(3, 60)), "pdf": (pdf, Room(8, 112))}


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 if a book could not be made; earlier files are then left as they were."""
    parser = argparse.ArgumentParser(prog="books", description=__doc__)
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="the built site")
    parser.add_argument("--out", type=Path, default=PROJECT / "build/books", help="where to write")
    parser.add_argument("--volume", default="", help="only this book, such as microsoft-pm")
    parser.add_argument("--format", choices=FORMATS, default="", help="only this format")
    options = parser.parse_args(arguments)
    try:
        files = books(PROJECT, options.site, options.volume, options.format)
    except (ValueError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (options.out / name).write_bytes(content)
        print(f"{name}: {len(content) / 1e6:.2f} MB")
    return 0


def books(root: Path, site: Path, only: str = "", only_format: str = "") -> dict[str, bytes]:
    """The bytes of each book by file name ("guide.epub"), and of the file that names their commit.

    `only` names one volume, `only_format` one format. Raises ValueError if there is no such book.
    """
    edition, fonts = edition_of(root), fonts_of(root)
    volumes = [volume for volume in VOLUMES if only in ("", volume.name)]
    formats = [file_format for file_format in FORMATS if only_format in ("", file_format)]
    files = {
        f"{volume.name}.{file_format}": write(book_of(root, site, volume, edition, room), fonts)
        for volume in volumes
        for file_format, (write, room) in ((name, FORMATS[name]) for name in formats)
    }
    if not files:
        names = ", ".join(volume.name for volume in VOLUMES)
        raise ValueError(f"There is no book {only!r}. Books: {names}.")
    about = {"commit": edition.commit, "site_url": edition.site_url}
    return {**files, EDITION: (json.dumps(about) + "\n").encode()}


def edition_of(root: Path) -> Edition:
    """The edition of the project's files. Raises ValueError for a malformed commit."""
    info, guide = build_info_of(root, os.environ), load_guide(root)
    # Without git history the date of the data stands in for that of the commit.
    seconds = commit_time(root) or data_epoch(guide)
    commit = info.commit if info and not info.is_edited else ""
    url = site_settings(root, os.environ).url
    return Edition(spoken_date(data_date(guide)), commit, seconds, url)


def fonts_of(root: Path) -> dict[str, Path]:
    """The fonts of the books by file name. Raises FileNotFoundError if they are not installed."""
    found = {
        path.name: path for path in (root / "node_modules/@fontsource").glob("*/files/*.woff2")
    }
    if not found:
        raise FileNotFoundError("The fonts of the books are not installed: run make books.")
    return found


if __name__ == "__main__":
    sys.exit(main())
