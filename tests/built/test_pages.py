"""Each page as published: nothing left over, valid, well described, ending with its sources."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from itertools import dropwhile, takewhile
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests.built import faults
from tests.built.site import (
    PROJECT,
    SITE_URL,
    BuiltSite,
    Page,
    assert_none,
    classes,
    page_urls,
    visible_text,
)

CHECKS = (
    faults.literal_markup,
    faults.empty_values,
    faults.parse_errors,
    faults.duplicate_ids,
    faults.broken_references,
    faults.headings,
    faults.head,
    faults.active_markup,
    faults.table_faults,
)
CONTENT_CHECKS = (faults.missing_sources, faults.unused_citations)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_page(site: BuiltSite, check) -> None:
    assert_none([fault for page in site.pages.values() for fault in check(page)])


@pytest.mark.parametrize("check", CONTENT_CHECKS, ids=lambda check: check.__name__)
def test_every_page_of_the_docs(site: BuiltSite, check) -> None:
    assert_none([fault for page in site.content_pages for fault in check(page)])


def test_no_text_file_holds_residue(site: BuiltSite) -> None:
    assert_none(
        [fault for name, text in site.texts().items() for fault in faults.residue(name, text)]
    )


def test_exactly_the_pages_of_the_docs_are_published(site: BuiltSite) -> None:
    assert sorted(site.pages) == sorted([*page_urls(), "404.html"])


def test_the_tracks_of_a_page_follow_its_other_topics(site: BuiltSite) -> None:
    """The alphabet has PM before Prepare and after Pay."""
    tracks = {"pm", "pmm"}
    for page in site.content_pages:
        topics = [
            link.text in tracks for link in page.document.findall(".//nav[@class='md-tags']/a")
        ]
        assert topics == sorted(topics), page.url


@pytest.mark.parametrize("what", ["title", "description"])
def test_no_two_pages_share_a(site: BuiltSite, what: str) -> None:
    count = Counter(_head_text(page, what) for page in site.pages.values())
    assert [text for text, n in count.items() if n > 1] == []


def test_a_shared_link_shows_title_description_and_picture(site: BuiltSite) -> None:
    for page in site.content_pages:
        metas = page.document.iterfind("head/meta")
        shown = {m.get("property"): m.get("content") for m in metas if m.get("property")}
        assert shown["og:title"] in visible_text(page.document.find("head/title")), page.url
        assert shown["og:description"] == _head_text(page, "description"), page.url
        assert shown["og:url"] == SITE_URL + page.url
        file = site.root / shown["og:image"].removeprefix(SITE_URL)
        with Image.open(file) as picture:
            size = (int(shown["og:image:width"]), int(shown["og:image:height"]))
            assert picture.size == size == (1200, 630), page.url
        assert file.stat().st_size < 30_000, page.url
        assert shown["og:image:alt"].startswith(f"{shown['og:title']}. "), page.url


def test_no_page_opens_with_the_same_doubt_twice(site: BuiltSite) -> None:
    for page in site.content_pages:
        after_title = dropwhile(lambda element: element.tag != "h1", page.document.iter())
        opening = takewhile(lambda element: element.tag != "h2", after_title)
        doubts = {"certainty--low", "certainty--very-low"}
        badges = [visible_text(element) for element in opening if doubts & classes(element)]
        assert len(badges) == len(set(badges)), page.url


def test_each_page_has_a_picture_of_its_own(site: BuiltSite) -> None:
    pictures = [path.read_bytes() for path in (site.root / "pictures").glob("*.png")]
    assert len(set(pictures)) == len(pictures) == len(site.content_pages)


def _head_text(page: Page, what: str) -> str:
    if what == "title":
        return visible_text(page.document.find("head/title"))
    metas = page.document.iterfind("head/meta")
    return next((meta.get("content", "") for meta in metas if meta.get("name") == what), page.url)


def test_each_page_can_be_edited_in_the_browser(site: BuiltSite) -> None:
    known = set(_files_of_the_repository())
    wrong = {}
    for page in site.content_pages:
        paths = _edited_paths(page)
        if len(paths) != 1 or not set(paths) <= known:
            wrong[page.url] = paths
    assert wrong == {}


def _edited_paths(page: Page) -> list[str]:
    """The files that the page's edit links name, below the repository."""
    addresses = (urlsplit(link.get("href", "")).path for link in page.document.iter("a"))
    return sorted({path.split("/edit/main/")[1] for path in addresses if "/edit/main/" in path})


def _files_of_the_repository() -> list[str]:
    """Files that git tracks, and new ones that it would not ignore."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "docs"]
    done = subprocess.run(command, check=True, cwd=PROJECT, capture_output=True, encoding="utf-8")
    return done.stdout.splitlines()


def test_the_start_page_opens_with_each_situation_and_its_first_step(
    site: BuiltSite, real_guide
) -> None:
    (hero,) = (e for e in site.pages[""].document.iter() if "hero" in classes(e))
    buttons = [
        (visible_text(a), a.get("href")) for a in hero.iter("a") if "md-button" in classes(a)
    ]
    paths = sorted(real_guide["reader-paths"].values(), key=lambda path: path.order)
    steps = [f"{path.steps[0].page.removesuffix('.md')}/" for path in paths]
    assert buttons == list(zip([path.reader for path in paths], steps, strict=True))


def test_the_cards_of_a_page_are_offered_once_between_two_headings(site: BuiltSite) -> None:
    """Pages of questions offered them twice, with one line between, where every page ends with them anyway."""
    repeated = re.compile(r'class="?page-cards\b(?:(?!<h2).)*?class="?page-cards\b', re.S)
    assert sum("page-cards" in page.html for page in site.content_pages) > 50
    assert_none([page.url for page in site.content_pages if repeated.search(page.html)])
