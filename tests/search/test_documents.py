"""Pages cut into documents: what is a row, what its snippet says, and what is left out."""

from __future__ import annotations

import json

import pytest
from guide.publish.search.documents import Document, Rendered, documents, track_named_in

from tests.built.site import BuiltSite

URL = "loops/pm/"


def cut(html: str, url: str = URL, **tracks: str) -> dict[str, Document]:
    """The documents of one page by anchor."""
    page = Rendered(url, "The PM loop", "What to expect.", html)
    return {document.anchor: document for document in documents([page], tracks)}


def test_a_page_has_its_description_and_lead() -> None:
    whole = cut("<h1 id='x'>The PM loop</h1><p>Expect four talks.</p>")[""]
    assert (whole.kind, whole.title) == ("page", "The PM loop")
    assert whole.text == "What to expect. Expect four talks."


def test_text_belongs_to_the_heading_above_it() -> None:
    found = cut('<p>Lead</p><h2 id="a">One</h2><p>First.</p><h3 id="b">Two</h3><p>Second.</p>')
    assert [d.title for d in found.values()] == ["The PM loop", "One", "Two"]
    assert found["a"].text == "First."
    assert found["b"].text == "Second."


def test_a_table_row_keeps_its_labels_and_names_its_table() -> None:
    html = (
        '<h2 id="pay">Pay</h2><table><caption>Pay by level</caption><tbody><tr id="row-64">'
        '<th><span class="guide-table__label">Level</span> 64</th>'
        '<td><span class="guide-table__label">Base</span><span>$170K</span></td></tr></tbody></table>'
    )
    row = cut(html)["row-64"]
    assert (row.kind, row.title) == ("row", "Level: 64, Pay by level")
    assert row.text == "Base: $170K."
    assert row.context == "Pay"


def test_a_term_is_found_by_its_name_and_says_its_meaning() -> None:
    name = '<dt data-title>CAC <span class="track">PMM</span></dt>'
    html = f'<dl><div data-kind="term" id="term-cac">{name}<dd>Cost.</dd></div></dl>'
    term = cut(html, **{"term-cac": "pmm"})["term-cac"]
    assert (term.kind, term.title, term.text, term.track) == ("term", "CAC", "Cost.", "pmm")


def test_lists_and_labels_read_as_sentences() -> None:
    html = (
        '<li data-kind="stage" id="s"><details><summary data-title>Screen</summary>'
        '<div><p class="timeline__head">How to prepare</p><ul><li>Read</li><li>Rest</li></ul></div></details></li>'
    )
    stage = cut(html)["s"]
    assert stage.title == "Screen"
    assert stage.text == "How to prepare: Read; Rest"


def test_a_component_below_a_heading_gives_it_its_kind() -> None:
    found = cut('<h3 id="rush">Rushing</h3><div data-section-kind="mistake"><p>You rush</p></div>')
    assert found["rush"].kind == "mistake"


def test_marks_sources_and_what_is_reported_elsewhere_are_left_out() -> None:
    html = (
        '<p>Told<a class="headerlink">¶</a><a data-search-exclude>7</a></p><h2 id="sources">Sources</h2>'
        '<div class="page-sources"><li data-kind="source" id="source-x"><p data-title>X</p></li></div>'
        '<details class="page-claims">C001</details>'
    )
    found = cut(html)
    assert list(found) == [""]
    assert found[""].text == "What to expect. Told."


def test_a_source_is_found_on_the_page_of_sources_only() -> None:
    html = '<ol><li data-kind="source" id="source-x"><p data-title>Title X</p><p>Read in May.</p></li></ol>'
    assert list(cut(html)) == [""]
    assert cut(html, "reference/sources/")["source-x"].title == "Title X"


def test_hostile_text_stays_text() -> None:
    found = cut(
        "<h2 id='a'>&lt;b&gt; &amp; &quot;</h2><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    )
    assert found["a"].title == '<b> & "'
    assert found["a"].text == "<script>alert(1)</script>."


def test_an_anchor_that_occurs_twice_is_one_document() -> None:
    assert len(cut('<h2 id="a">One</h2><p>1</p><h2 id="a">Two</h2><p>2</p>')) == 2


@pytest.mark.parametrize(
    ("address", "track"),
    [
        ("roles/pm.md", "pm"),
        ("loops/pmm/", "pmm"),
        ("row-us-pay-a-year-by-level-product-managers-62", "pm"),
        ("row-every-single-figure-senior-product-marketing-manager", "pmm"),
        ("pay/pm-and-pmm/", ""),
        ("roles/choose/", ""),
        ("where-pmms-sit", "pmm"),
    ],
)
def test_an_address_that_names_one_track_is_of_that_track(address: str, track: str) -> None:
    assert track_named_in(address) == track


def test_a_table_row_is_of_the_track_that_its_anchor_names_and_other_rows_are_not() -> None:
    html = (
        '<table><tbody><tr id="row-product-managers-62"><th>62</th><td>Base</td></tr></tbody></table>'
        '<dl><div data-kind="term" id="term-pm"><dt data-title>PM</dt><dd>A role.</dd></div></dl>'
    )
    found = cut(html, url="pay/by-level/")
    assert (found["row-product-managers-62"].track, found["term-pm"].track) == ("pm", "")


KINDS = (
    *(
        "term",
        "question",
        "claim",
        "stage",
        "level",
        "task",
        "change",
        "not known",
        "worked answer",
    ),
    *("faq", "source", "prompt pack", "case fact", "data file"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_row_is_in_the_search(site: BuiltSite, kind: str) -> None:
    """A mark that a component no longer writes would leave its rows out."""
    core = json.loads((site.root / "search/core.json").read_text(encoding="utf-8"))
    assert kind in core["kinds"]
