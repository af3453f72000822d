"""How a page becomes a chapter: tables, pictures, sources and links that fit a book, and what may not be forgotten."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from guide.pages.build_info import BuildInfo
from guide.pages.settings import SiteSettings
from guide.publish import site as publish_site
from guide.publish.site import Site
from guide.publish.steps.files import books as books_step
from lxml import etree

from maintaining.books import contents as plan
from maintaining.books.chapters.article import article_of
from maintaining.books.chapters.charts import MOST_HEIGHT, fit_pictures
from maintaining.books.chapters.references import (
    Endnotes,
    Places,
    check_addresses,
    check_links,
    move_sources,
    name_types,
    rewrite_links,
)
from maintaining.books.chapters.tables import Room, fit_tables
from maintaining.books.contents import VOLUMES, Entry, contents
from maintaining.books.pages import written
from tests.guides import PROJECT

SITE_URL = "https://example.org/guide/"
PLACES = Places({"pay/levels/": "pay-levels"}, SITE_URL)
NARROW = Room(2, 40)
WIDE_TABLE = (
    "<table><caption>Pay</caption><thead><tr><th>Level</th><th>Base</th><th>Stock</th></tr></thead>"
    "<tbody><tr><th>63</th><td>$150K</td><td>&lt;b&gt; &amp; <em>more</em></td></tr>"
    "<tr><th>64</th><td>–</td><td>A sentence that is much longer than the short lines of a card are."
    "</td></tr></tbody></table>"
)
SOURCES = (
    '<h2>Sources</h2><div class="page-sources"><ol><li class="source" id="source-a"><div class="source__body">'
    '<p class="source__title"><a href="https://a.example/?x=1&amp;y=2">A</a></p></div></li>'
    '<li class="source" id="source-b"><div class="source__body">'
    '<p class="source__title">B</p></div></li></ol></div>'
)


def chapter(inside: str) -> etree._Element:
    page = f'<main><article class="md-content__inner md-typeset"><h1 id="top">T</h1>{inside}</article></main>'
    return article_of(page)


def test_a_page_has_the_address_that_the_site_gives_it() -> None:
    assert Entry("pay/by-level.md", "Pay").url == "pay/by-level/"
    assert Entry("index.md", "Start").url == ""


def test_a_link_to_a_page_that_the_site_does_not_have_is_reported(tmp_path: Path) -> None:
    (tmp_path / "pay/levels").mkdir(parents=True)
    (tmp_path / "pay/levels/index.html").touch()
    (tmp_path / "feed.xml").touch()
    links = ["pay/levels/#a", "feed.xml", "", "levels/", "pay/levels"]
    tree = chapter("".join(f'<a href="{SITE_URL}{link}">L</a>' for link in links))
    tree.append(
        chapter('<a href="https://example.org/levels/">L</a><a href="https://b.example/">B</a>')
    )
    (tmp_path / "index.html").touch()
    assert check_addresses({"one": tree}, tmp_path, SITE_URL) == [
        f"one: {SITE_URL}levels/ is no page and no file of the site",
        f"one: {SITE_URL}pay/levels is no page and no file of the site",
        "one: https://example.org/levels/ is no page and no file of the site",
    ]


def test_every_page_of_the_menu_is_in_the_whole_book_or_left_out_with_a_reason() -> None:
    whole, *tracks = [contents(PROJECT, volume) for volume in VOLUMES]
    assert len(list(whole.entries())) > 60
    assert all(left.reason for left in whole.left_out)
    for track in tracks:
        assert {entry.path for entry in track.entries()} < {entry.path for entry in whole.entries()}


def test_a_page_that_is_in_no_book_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "contents.yml"
    listed.write_text(
        "parts: [Roles, Rolls]\nleft_out:\n  - {pages: [roles/gone.md], reason: R}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(plan, "LIST", listed)
    with pytest.raises(ValueError, match=r"contents\.yml") as raised:
        contents(PROJECT, VOLUMES[0])
    message = str(raised.value)
    assert "roles/gone.md is left out, and is not in the menu" in message
    assert "Rolls is listed under parts, and is no part of the menu" in message
    assert (
        "loops/pm.md is in no book: list its part 'Loops' under parts, or the page under left_out"
        in message
    )


def test_what_only_a_website_needs_goes_and_what_is_folded_opens() -> None:
    tree = chapter(
        '<p>A<a class="headerlink" href="#top">¶</a> b<!-- c --></p><span class="row-links"><a href="e">Edit</a></span>'
        "<details><summary>More</summary><p>Inside</p></details><some-tool><p>Without scripts</p></some-tool>"
    )
    text = written(tree)
    assert "A b" in text
    assert not any(
        gone in text for gone in ("¶", "Edit", "<details", "summary>", "some-tool", "<!--")
    )
    assert '<p class="opened__title">More</p><p>Inside</p>' in text
    assert "Without scripts" in text


def test_of_a_tool_a_book_keeps_what_to_do_on_paper() -> None:
    tree = chapter(
        '<div class="study-tool"><some-tool><p class="study-tool__promise">It stays in this browser.</p>'
        '<p class="muted"><strong class="study-tool__label">Without scripts.</strong> Write it down.</p>'
        "</some-tool></div>"
    )
    text = written(tree)
    assert "Write it down." in text
    assert "browser" not in text
    assert "Without scripts" not in text


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(ValueError, match="no article"):
        article_of("<main><p>Text</p></main>")


def test_an_e_book_names_no_color() -> None:
    """So a reader's own colors hold, and Ace need not measure any: .ci/clients/no-colors.js."""
    sheet = (PROJECT / "maintaining/books/epub.css").read_text(encoding="utf-8")
    assert re.findall(r"[^;{}]*\b(?:color|background|opacity)\b[^;{}]*:[^;}]*", sheet) == []


def test_a_table_that_does_not_fit_becomes_cards_and_nothing_in_it_becomes_markup() -> None:
    tree = chapter(WIDE_TABLE)
    fit_tables(tree, NARROW)
    text = written(tree)
    assert "<table" not in text
    assert '<p class="cards__title">Pay</p>' in text
    assert text.count('class="card"') == 2
    assert "Base: </span>$150K · <span>" in text
    assert "&lt;b&gt; &amp; <em>more</em>" in text
    assert "–" not in text


def test_a_table_that_fits_stays_a_table() -> None:
    tree = chapter(WIDE_TABLE)
    fit_tables(tree, Room(3, 80))
    assert "<table" in written(tree)


def chart(height: int, inside: str = "") -> etree._Element:
    rows = "".join(
        f'<text class="chart__row" x="0" y="{y}">Row {y}</text><line class="mark mark--spread" x1="50%" x2="75%"'
        f' y1="{y + 9}" y2="{y + 9}"/>'
        for y in range(44, height, 60)
    )
    axis = '<text class="chart__tick" x="2.0%" y="12">$0</text>'
    axis += f'<line class="chart__grid" x1="2%" x2="2%" y1="20" y2="{height}"/>'
    return chapter(
        f'<figure class="chart chart--pm"><svg class="chart__picture" role="img" width="100%" height="{height}">'
        f"<title>T</title>{axis}{rows}{inside}</svg></figure>"
    )


def test_a_high_chart_is_cut_between_rows_and_each_part_has_the_axis_and_every_row_is_there_once() -> (
    None
):
    tree = chart(900)
    fit_pictures(tree)
    parts = list(tree.iter("{http://www.w3.org/2000/svg}svg"))
    boxes = [[float(number) for number in part.get("viewBox").split()] for part in parts]
    assert len(parts) == 3
    assert all(box[2] == 360 and box[3] <= MOST_HEIGHT for box in boxes)
    assert all(str(etree.tostring(part)).count("$0") == 1 for part in parts)
    text = written(tree)
    for y in range(44, 900, 60):
        assert text.count(f"Row {y}<") == 1
    assert 'x1="180"' in text and "%" not in text
    assert 'class="mark' not in text


def test_each_part_of_a_chart_and_each_key_has_a_name() -> None:
    tree = chart(900)
    figure = tree.find(".//figure")
    key = '<svg class="chart__key" width="26" height="18"><svg class="mark mark--dot"><circle r="5"/></svg></svg>'
    figure.insert(0, chapter(key)[-1])
    fit_pictures(tree)
    pictures = list(tree.iter("{http://www.w3.org/2000/svg}svg"))
    names = [picture.find("{http://www.w3.org/2000/svg}title").text for picture in pictures]
    assert names == ["Dot", "T, part 1 of 3", "T, part 2 of 3", "T, part 3 of 3"]
    assert {picture.get("role") for picture in pictures} == {"img"}


def test_a_key_without_a_name_is_reported() -> None:
    key = '<svg class="chart__key" width="26" height="18"><g class="mark mark--new"/></svg>'
    with pytest.raises(ValueError, match=r"no name for the key of .*mark--new"):
        fit_pictures(chapter(key))


def test_a_citation_is_known_by_its_letters_too() -> None:
    tree = chapter(f'<p>One.<a class="cite" href="#source-a"><span>1</span></a></p>{SOURCES}')
    move_sources(tree, "pay/levels/", PLACES, Endnotes())
    name_types(tree)
    assert 'epub:type="noteref"' in written(tree)


def test_a_class_that_books_have_no_style_for_is_named() -> None:
    with pytest.raises(ValueError, match=r"no style for mark--new"):
        fit_pictures(chart(200, '<circle class="mark--new" cx="1" cy="30" r="2"/>'))


def test_sources_are_numbered_once_for_the_book_and_adjacent_citations_are_separated() -> None:
    notes = Endnotes()
    mark = '<a class="cite" href="#source-a"><i>[</i><span>7</span><i>]</i></a>'
    several = (
        '<a class="cite cite--group" href="#source-a"><i>[1, 2]</i> <span>2 sources</span></a>'
    )
    for slug in ("one", "two"):
        tree = chapter(f"<p>One.{mark} Two.{several} Three.</p>{SOURCES}")
        move_sources(tree, "pay/levels/", PLACES, notes)
        text = written(tree)
        assert ">1</a> Two.<a" in text, slug
        assert ">1</a>,<a" in text
        assert ">2</a> Three." in text
        assert "notes.xhtml#note-b" in text
        assert "Sources" not in text
    assert list(notes.notes) == ["a", "b"]
    assert "https://a.example/?x=1&amp;y=2</span>" in written(notes.notes["a"])


def test_links_lead_to_chapters_or_to_the_web_and_a_dead_one_is_reported() -> None:
    tree = chapter(
        '<p id="a b"><a href="../levels/#level-63">L</a><a href="../../prepare/cards/">C</a>'
        '<a href="javascript:alert(1)">J</a><a href="#a b">S</a></p>'
    )
    rewrite_links(tree, "pay/levels/", "pay-levels", PLACES)
    hrefs = [link.get("href") for link in tree.iter("a")]
    assert hrefs[0] == "pay-levels.xhtml#pay-levels.level-63"
    assert hrefs[1] == f"{SITE_URL}prepare/cards/"
    assert hrefs[2] == SITE_URL
    assert hrefs[3] == "pay-levels.xhtml#pay-levels.a-b"
    faults = check_links({"pay-levels": tree})
    assert faults == ["pay-levels: the link to pay-levels.xhtml#pay-levels.level-63 leads nowhere"]


@pytest.mark.parametrize(
    ("made_of", "is_edited", "taken"),
    [("a" * 40, False, True), ("b" * 40, False, False), ("a" * 40, True, False)],
)
def test_only_books_of_this_commit_come_with_the_site(
    made_of: str, is_edited: bool, taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "root/build/books"
    folder.mkdir(parents=True)
    (folder / "microsoft-pm.epub").write_bytes(b"book")
    (folder / "edition.json").write_text(
        json.dumps({"commit": made_of, "site_url": SITE_URL}), encoding="utf-8"
    )
    info = BuildInfo("a" * 40, is_edited=is_edited)
    monkeypatch.setattr(publish_site, "build_info_of", lambda *_: info)
    checked = SimpleNamespace(guide=SimpleNamespace(root=tmp_path / "root"))
    site_folder = tmp_path / "site"
    site_folder.mkdir()
    site = Site(site_folder, checked, SiteSettings("Guide", SITE_URL))  # type: ignore[arg-type]
    books_step.copy_books(site)
    assert (site_folder / "books/microsoft-pm.epub").is_file() is taken
    assert not (site_folder / "books/edition.json").exists()
