"""A served site is, after any edits, the one that a server makes that has just been started on the same files."""

from __future__ import annotations

import gzip
import shutil
import time
import uuid
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from tests.sites.tiny_site import Server, Site, copy_of_guide, snapshot

MARK = "Marked-by-the-test"
SECONDS = 1_200
NEGOTIATE, ADDED = "      - Negotiate: pay/negotiate.md\n", "      - Marked: pay/marked.md\n"
PAGE = f"""\
---
title: {MARK}
description: A page that the test adds to the menu and takes away again.
tags: [pm]
---

# Marked

Words of the test. Next: [Mistakes](../mistakes.md).

[[= page_sources() =]]
"""


def in_page_and_row(guide: Site) -> None:
    """A page's own text, and a row that several pages and files are made of."""
    guide.write(
        "docs/loops/after.md", first(guide, "docs/loops/after.md", "\n## ", f"\n{MARK}.\n\n## ")
    )
    guide.write(
        "data/glossary.yml",
        first(guide, "data/glossary.yml", "definition: ", f"definition: {MARK} "),
    )


def in_menu_template_and_code(guide: Site) -> None:
    """A page more, the title of another in the menu, what a template writes into each, and a word that a macro says."""
    guide.replace("mkdocs.yml", "- Choose a track: roles", f"- {MARK}: roles")
    guide.replace("overrides/main.html", ">Topics</a>", f">{MARK}</a>")
    guide.write("docs/pay/marked.md", PAGE)
    guide.replace("mkdocs.yml", NEGOTIATE, NEGOTIATE + ADDED)
    guide.replace("hooks/guide/facts/labels.py", '"Microsoft says"', f'"{MARK}"')


def removed_page_and_component(guide: Site) -> None:
    """The page is gone again; a component that many pages show says something else."""
    (guide.root / "docs/pay/marked.md").unlink()
    guide.replace("mkdocs.yml", ADDED, "")
    guide.replace("overrides/components/page_sources.html", "What the grades mean", MARK)


def first(guide: Site, path: str, old: str, new: str) -> str:
    """The text of a file with the first of several places replaced."""
    return (guide.root / path).read_text(encoding="utf-8").replace(old, new, 1)


# What a build leaves to the first request, unless the server never builds again.
MADE_WHEN_ASKED_FOR = (
    *("assets/tools/data/", "cards/", "data/", "prompts/"),
    *("search/core.json", "search/texts/", "search/words/"),
)


def is_made_when_asked_for(path: str) -> bool:
    """Whether a file is left to the first request."""
    return path.startswith(MADE_WHEN_ASKED_FOR)


def no_edit(_: Site) -> None:
    """The site as it was when the server began."""


# Each edit, and pages that must show it.
EDITS: list[tuple[Callable[[Site], None], list[str]]] = [
    (in_page_and_row, ["loops/after/", "reference/glossary/"]),
    (in_menu_template_and_code, ["roles/move/", "mistakes/", "pay/marked/", "loops/pm/"]),
    (removed_page_and_component, ["roles/pm/"]),
]


@pytest.mark.long
def test_a_served_site_is_what_a_new_server_makes_of_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = copy_of_guide(tmp_path / "guide")
    monkeypatch.setenv("SITE_URL", "https://example.org/")  # pages at the root of the server
    monkeypatch.setenv("TMPDIR", str(folder_of(tmp_path, "served")))
    with guide.serve("--livereload") as server:
        server.wait("", lambda page: "</html>" in page, SECONDS)
        # Whatever it wrote of these, the first edit would have to remove. The empty ones only say what pages may link.
        files = written(tmp_path / "served")
        assert [path for path in files if is_made_when_asked_for(path) and files[path]] == []
        for edit, pages in [(no_edit, []), *EDITS]:
            edit(guide)
            for path in pages:
                server.wait(
                    path, lambda page: MARK in page and "last build failed" not in page, SECONDS
                )
            wanted = made_anew(guide, tmp_path / edit.__name__, monkeypatch)
            monkeypatch.setenv("TMPDIR", str(tmp_path / "served"))
            asked = [path for path in wanted if is_made_when_asked_for(path)]
            assert len(asked) > 1_000
            served = partial(files_of, tmp_path / "served", server, asked)
            assert differences(served, wanted) == []


def made_anew(guide: Site, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The site that a server makes, whole, of a copy of these files, with nothing remembered."""
    copy = Site(folder / "guide")
    shutil.copytree(guide.root, copy.root, ignore=shutil.ignore_patterns(".cache", "serve.log"))
    monkeypatch.setenv("TMPDIR", str(folder_of(folder, "served")))
    with copy.serve("--no-livereload") as server:
        server.wait("", lambda page: "</html>" in page, SECONDS)
        return files_of(folder / "served", server)


def folder_of(root: Path, name: str) -> Path:
    """A new folder."""
    made = root / name
    made.mkdir(parents=True)
    return made


def written(folder: Path) -> dict[str, bytes]:
    """The files that a server has written."""
    [site] = [each for each in folder.glob("mkdocs_*") if not each.suffix]
    return snapshot(site)


def files_of(folder: Path, server: Server, asked: Iterable[str] = ()) -> dict[str, bytes]:
    """The served files without the port, which differs, some as the server answers when it is asked for them.

    Decks hold it too, compressed; as CSV they are compared.
    """
    port = server.url.rstrip("/").rpartition(":")[2].encode()
    feed = uuid.uuid5(uuid.NAMESPACE_URL, server.url).urn.encode()  # of its address

    def plain(path: str, data: bytes) -> bytes:
        text = gzip.decompress(data) if path.endswith(".gz") else data
        return text.replace(feed, b"FEED").replace(port, b"PORT")

    return {
        path: plain(path, data)
        for path, data in {**written(folder), **{path: server.read(path) for path in asked}}.items()
        if not path.endswith(".apkg")
    }


def differences(served: Callable[[], dict[str, bytes]], wanted: dict[str, bytes]) -> list[str]:
    """The paths that differ, once no rebuild can be on its way that another edit of the same moment started."""
    end = time.monotonic() + 300
    while True:
        found = served()
        differing = [path for path in {**found, **wanted} if found.get(path) != wanted.get(path)]
        if not differing or time.monotonic() > end:
            return differing
        time.sleep(1)
