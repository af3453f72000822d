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
# How each format is written, and how wide a table may be in it. A reader's page may be a phone's, paper is paper.
FORMATS = {"epub": (epub, Room(3, 60)), "pdf": (pdf, Room(8, 112))}


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 if a book could not be made; then the files of before are still there."""
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


def books(root: Path, site: Path, only: str = "", form: str = "") -> dict[str, bytes]:
    """Bytes of each book by file name ("guide.epub"), and of the file that says of which commit they are.

    `only` names one volume, `form` one format. Raises ValueError if there is no such book.
    """
    edition, fonts = edition_of(root), fonts_of(root)
    volumes = [volume for volume in VOLUMES if only in ("", volume.name)]
    formats = [one for one in FORMATS if form in ("", one)]
    files = {
        f"{volume.name}.{one}": write(book_of(root, site, volume, edition, room), fonts)
        for volume in volumes
        for one, (write, room) in ((name, FORMATS[name]) for name in formats)
    }
    if not files:
        names = ", ".join(volume.name for volume in VOLUMES)
        raise ValueError(f"There is no book {only!r}. Books: {names}.")
    about = {"commit": edition.commit, "site_url": edition.site_url}
    return {**files, EDITION: (json.dumps(about) + "\n").encode()}


def edition_of(root: Path) -> Edition:
    """Which edition the files of the project are. Raises ValueError for a commit that is none."""
    info, guide = build_info_of(root, os.environ), load_guide(root)
    # A folder without history has no commit to date a book by; the data always has a day.
    seconds = commit_time(root) or data_epoch(guide)
    commit = info.commit if info and not info.is_edited else ""
    url = site_settings(root, os.environ).url
    return Edition(spoken_date(data_date(guide)), commit, seconds, url)


def fonts_of(root: Path) -> dict[str, Path]:
    """The web fonts that books are set in, by the name of the file. Raises FileNotFoundError without them."""
    found = {
        path.name: path for path in (root / "node_modules/@fontsource").glob("*/files/*.woff2")
    }
    if not found:
        raise FileNotFoundError("The fonts of the books are not installed: run make books.")
    return found


if __name__ == "__main__":
    sys.exit(main())
