"""A built page is read alike, whichever theme wrote it."""

from __future__ import annotations

import pytest

from maintaining.built_pages import BuiltPage

TOPICS = '<nav class="md-tags"><a href="../topics/#tag:pay">pay</a></nav>'
TEXT = '<h1 id="a">Pay<a class="headerlink" href="#a">¶</a></h1><p>See <a href="../by-level/">levels</a>.</p>'
HEAD = (
    "<head><title>Pay - Guide</title><meta name=description content='What it pays'>"
    "<link rel=canonical href='https://example.org/pay/'></head>"
)


def page(inside: str) -> BuiltPage:
    html = f"<html lang=en>{HEAD}<body><nav>Menu</nav><main><article class='md-content__inner'>{inside}"
    return BuiltPage("pay/method/", f"{html}</article></main><footer>Next</footer></body></html>")


@pytest.mark.parametrize("inside", [TOPICS + TEXT, TEXT + TOPICS])
def test_words_links_and_anchors_are_those_of_the_text(inside: str) -> None:
    read = page(inside)
    assert read.words == ["Pay", "See", "levels", "."]
    assert read.links == ["levels -> pay/by-level/"]
    assert read.anchors == ["a"]
    assert read.topics == ["pay -> pay/topics/#tag:pay"]


def test_the_head_is_what_search_engines_read() -> None:
    assert page(TEXT).head == [
        "lang: en",
        "title: Pay - Guide",
        "description: What it pays",
        "canonical: https://example.org/pay/",
    ]


def test_a_link_out_of_the_site_shows() -> None:
    (link,) = page('<a href="../../../data/levels.csv">CSV</a>').links
    assert link == "CSV -> https://site.invalid/data/levels.csv"
