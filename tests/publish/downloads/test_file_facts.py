"""The page of downloads: sizes and checksums are those of the files, and a missing file is reported."""

from __future__ import annotations

import hashlib
import re
from html import unescape

import pytest
from guide.publish.downloads.file_facts import (
    checksum_list,
    size,
    with_addresses,
    with_cited_addresses,
    with_facts,
    without_entries,
)
from guide.view.context import Context
from guide.view.downloads import PAGE, download_paths, optional_paths
from guide.view.macros.downloads import data_list, download_list

from tests.built.site import assert_none
from tests.guides import PROJECT

FILES = {path: path.encode() * 100 for path in download_paths()}
SITE = "https://guide.example/"


def test_each_file_is_listed_with_its_format(context: Context) -> None:
    html = unescape(download_list(context))
    for path in download_paths():
        assert f'href="../../{path}" download' in html, path
    assert html.count("license stands with each file") == 1


def test_the_license_of_our_words_is_told_once(context: Context) -> None:
    """Ten lines of the list ended with it, under each other; the page has a section about it."""
    page = (PROJECT / "docs" / PAGE).read_text(encoding="utf-8")
    assert (download_list(context) + page).count("CC BY 4.0") == 1


def test_sizes_and_checksums_are_those_of_the_files(context: Context) -> None:
    filled = with_facts(str(download_list(context)), FILES)
    assert '"></small>' not in filled
    for content in FILES.values():
        assert f"SHA-256 {hashlib.sha256(content).hexdigest()[:12]}…</small>" in filled


def test_each_file_has_its_whole_address_for_paper(context: Context) -> None:
    """A print of the downloads told no address: links on paper lead nowhere."""
    listed = with_facts(str(download_list(context)), FILES)
    filled = unescape(with_addresses(listed, SITE))
    for path in FILES:
        assert f'data-address="{SITE}{path}"' in filled


def test_each_file_of_a_table_or_picture_has_its_whole_address_for_paper(context: Context) -> None:
    """The table itself had one, its metadata and its schema had none."""
    html = unescape(with_addresses(str(data_list(context)), SITE))
    files = re.findall(r'<a href="\.\./\.\./([^"]+)"', html)
    assert len(files) > 150
    assert_none([file for file in files if f'data-address="{SITE}{file}"' not in html])


def test_a_file_that_is_not_there_is_named(context: Context) -> None:
    with pytest.raises(KeyError, match=r"books/microsoft-pm-and-pmm\.epub"):
        with_facts(str(download_list(context)), {})


def test_a_book_that_no_build_has_made_is_not_offered(context: Context) -> None:
    page = str(download_list(context))
    missing = [path for path in FILES if path.startswith("books/")]
    there = {path: content for path, content in FILES.items() if path not in missing}
    filled = with_facts(without_entries(page, missing), there)
    assert "books/" not in unescape(filled)
    assert filled.count("<li ") == len(there) == len(FILES) - 6
    assert set(missing) == optional_paths()


def test_the_list_of_checksums_is_what_sha256sum_reads() -> None:
    assert checksum_list({"a/b.csv": b"x"}) == f"{hashlib.sha256(b'x').hexdigest()}  a/b.csv\n"


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 kB"), (381_146, "381 kB"), (1_396_000, "1.4 MB")]
)
def test_sizes_are_worded_as_people_say_them(count: int, words: str) -> None:
    assert size(count) == words


def test_a_citation_names_the_whole_address_of_its_file(context: Context) -> None:
    """Copied into a paper, `data/charts/rounds.csv` leads nowhere."""
    html = unescape(with_cited_addresses(str(data_list(context)), SITE))
    citations = re.findall(r'<p class="copy-text__words">(.*?)</p>', html)
    assert len(citations) > 40
    assert_none([text for text in citations if f". {SITE}data/" not in text or "<" in text])
