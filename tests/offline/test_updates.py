"""What an update costs a reader: the files that tell what changed, and no other page.

Two commits of the real guide are built, and differ in one row.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.publish.offline import is_saved

from tests.sites.tiny_site import Site, copy_of_guide

pytestmark = pytest.mark.long

ROW = ("data/compensation.csv", "average,165515,USD", "average,165615,USD")
# The edition and its sizes, and what the search has counted over all pages.
WITH_EVERY_COMMIT = {
    "downloads.sha256",
    "reference/downloads/index.html",
    "reference/downloads/page.md",
    "reference/offline/index.html",
    "reference/offline/page.md",
}


def built(site: Site, commit: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files that a reader saves of this commit."""
    monkeypatch.setenv("SOURCE_COMMIT", commit * 40)
    run = site.build("--strict")
    assert run.code == 0, run.output
    return {name: content for name, content in site.published().items() if is_saved(name)}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """The files whose bytes differ, and those that only one of both has, without the search's."""
    names = before.keys() | after.keys()
    found = {name for name in names if before.get(name) != after.get(name)}
    return {name for name in found if not name.startswith("search/")}


def test_a_changed_row_fetches_the_pages_that_show_it_and_a_commit_fetches_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/guide/")
    site = copy_of_guide(tmp_path / "guide")
    first = built(site, "a", monkeypatch)
    second = built(site, "b", monkeypatch)
    assert changed(first, second) <= WITH_EVERY_COMMIT
    site.replace(*ROW)
    third = built(site, "c", monkeypatch)
    pages = {
        f"{page}{file}"
        for page in ("pay/by-level/", "pay/method/")
        for file in ("index.html", "page.md")
    }
    assert changed(second, third) - WITH_EVERY_COMMIT == {
        *pages,
        "assets/tools/data/offer-evidence.json",
    }
    search = [
        name for name in third if first.get(name) != third[name] and name.startswith("search/")
    ]
    assert len(search) < 10
    assert len(third) > 1500
