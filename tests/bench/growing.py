"""A copy of the guide, N times as large: every page again in folders of its own, and more rows under new ids."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from guide.check.rules.pages.facts_are_cited import LEFT_OUT, uncited
from guide.pages.reading import read_pages
from guide.rows.readers.raw import MOST_ROWS

from tests.bench.generating import LETTERS, PROJECT, repeat_rows

# Tables of numbers, up to the most rows that a list may have; the others are tied to each other by rules.
GROWING = ("pay-aggregates.csv", "posted-ranges.csv")
PARTS = ("mkdocs.yml", "data", "docs", "hooks", "overrides")
# What only the page itself can show: its rows name it, or a site has it once, as the lists of all topics, pages and
# posted ranges. With each of them on each copy, what is written would grow with the square of the size.
OF_ITS_PAGE = re.compile(
    r"^ *(?:\[\[= (?:page_changes|page_claims|reading_list|(?:other_)?posted_ranges)\(.*?\) =\]\]"
    r"|<!-- material/tags -->)\n",
    re.M,
)
# Files that are written once, at the root of the site: from a folder deeper.
TO_FILES = re.compile(r"\]\((?=(?:\.\./)+(?:data/|feed\.xml))")
UNCITED = "hooks/guide/check/uncited.yml"
HEADING = re.compile(r"^#{1,3} .*\n", re.M)


def grow(folder: Path, times: int) -> None:
    """Write the guide, `times` as large, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = PROJECT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / part)
    for copied in range(2, times + 1):
        # The links of a page are relative: in its copy they lead to the other copies.
        copy_of_docs = folder / "docs" / f"copy-{copied}"
        shutil.copytree(PROJECT / "docs", copy_of_docs)
        for page in copy_of_docs.rglob("*.md"):
            text = OF_ITS_PAGE.sub("", page.read_text(encoding="utf-8"))
            page.write_text(_of_its_own(TO_FILES.sub("](../", text), copied), encoding="utf-8")
    _grow_menu(folder / "mkdocs.yml", times)
    _grow_uncited(folder / UNCITED, times)
    for name in GROWING:
        path = folder / "data" / name
        rows = path.read_text(encoding="utf-8").count("\n") - 1
        repeat_rows(path, min(times * rows, MOST_ROWS) - rows)


def _of_its_own(text: str, copied: int) -> str:
    """The text with a sentence below each heading that other copies do not have.

    What is made of equal texts would be found in the cache, even in a first build.
    """
    name = "".join(LETTERS[int(digit)] for digit in str(copied)).lower()
    return HEADING.sub(lambda heading: f"{heading[0]}\nWords of copy {name}.\n", text)


def _grow_menu(path: Path, times: int) -> None:
    """Adds each copy to the menu as a part of its own."""
    text = path.read_text(encoding="utf-8")
    nav = yaml.safe_load("nav:" + text.split("\nnav:", 1)[1])["nav"]
    copies = [{f"Copy {n}": [_moved(entry, n) for entry in nav]} for n in range(2, times + 1)]
    if copies:
        listed = yaml.safe_dump(copies, sort_keys=False, allow_unicode=True, width=1000)
        indented = "".join(f"  {line}\n" for line in listed.splitlines())
        path.write_text(text.rstrip("\n") + "\n" + indented, encoding="utf-8")


def _moved(entry: Any, copied: int) -> Any:
    if isinstance(entry, str):
        return f"copy-{copied}/{entry}"
    if isinstance(entry, list):
        return [_moved(each, copied) for each in entry]
    return {name: _moved(inside, copied) for name, inside in entry.items()}


def _grow_uncited(path: Path, times: int) -> None:
    """Accepts in each copy what is accepted in the page."""
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    left_out = {
        page.path: [{"sentence": text, "why": "a copy"} for _, text in uncited(page)]
        for page in read_pages(PROJECT)
        if page.path.startswith(LEFT_OUT)
    }
    grown = dict(listed)
    for copied in range(2, times + 1):
        grown |= {f"copy-{copied}/{page}": each for page, each in (listed | left_out).items()}
    path.write_text(yaml.safe_dump(grown, allow_unicode=True), encoding="utf-8")
