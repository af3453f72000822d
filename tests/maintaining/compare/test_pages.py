"""What changed on a page, as a reader would notice it: words, tables, pictures, sources."""

from __future__ import annotations

from maintaining.compare.pages import changed_pages, excerpt
from maintaining.compare.reading import read_page
from tests.maintaining.compare.comparisons import change_of, page


def test_words_are_shown_with_the_words_around_them() -> None:
    sentence = " ".join(f"w{number}" for number in range(40))
    before, after = excerpt((sentence, sentence.replace("w20", "new")))
    assert before == "… w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 …"
    assert after == str(before).replace("w20", "new")


def test_only_the_content_of_a_page_counts() -> None:
    same = changed_pages({"": read_page(page("<p>One</p>"))}, {"": read_page(page("<p>One</p>"))})
    assert same == []
    assert change_of("<p>One</p>", "<p>Two</p>").text == [("One", "Two")]


def test_text_that_every_page_repeats_is_left_out() -> None:
    links = '<span class="row-links"><a href="x">Edit</a></span>'
    cell = '<table><tr><td><span class="guide-table__label">Pay</span> 1</td></tr></table>'
    read = read_page(page(f"<h2>One<a class='headerlink'>¶</a></h2><p>Two {links}</p>{cell}"))
    assert read.text == ["One", "Two"]
    assert [block.lines for block in read.blocks] == [["1"]]


def test_a_number_of_a_citation_is_no_change_and_its_source_is_one() -> None:
    cite = '<p>Pay <a class="cite" href="#source-{}"><span class="cite__number">{}</span></a></p>'
    first, moved = read_page(page(cite.format("a", 1))), read_page(page(cite.format("a", 2)))
    assert changed_pages({"": first}, {"": moved}) == []
    assert change_of(cite.format("a", 1), cite.format("b", 1)).text == [("Pay [a]", "Pay [b]")]


def test_a_citation_of_several_sources_is_read_by_the_list_at_its_numbers() -> None:
    mark = '<p>Pay <a class="cite cite--group" href="#source-a"><i>[{}]</i> <span>2 sources</span></a></p>'
    entries = "".join(f'<li class="source" id="source-{each}">x</li>' for each in "abc")
    listing = f'<div class="page-sources"><ol>{entries}</ol></div>'
    pair, other = (read_page(page(mark.format(each) + listing)) for each in ("1, 2", "1, 3"))
    assert (pair.text[0], other.text[0]) == ("Pay [a, b]", "Pay [a, c]")


def test_a_table_is_reported_by_its_rows_below_its_header() -> None:
    table = "<h2>Pay</h2><table><tr><th>Level</th><th>Pay</th></tr>{}</table>"
    lines = "<tr><th>63</th><td>1</td></tr><tr><th>64</th><td>{}</td></tr>"
    change = change_of(table.format(lines.format(2)), table.format(lines.format(3)))
    [block] = change.blocks
    assert (block.kind, block.place, block.head) == ("table", "Pay", "Level | Pay")
    assert block.lines == [("64 | 2", "64 | 3")]
    assert change.text == []


def test_a_picture_is_reported_by_its_words_and_an_ornament_is_not() -> None:
    picture = "<svg><title>Pay by level</title><desc>A chart</desc><text>{}</text></svg><svg><path/></svg>"
    change = change_of(picture.format("$1K"), picture.format("$2K"))
    [block] = change.blocks
    assert (block.kind, block.place, block.lines) == ("picture", "Pay by level", [("$1K", "$2K")])


def test_pages_that_come_and_go_are_reported() -> None:
    one = read_page(page("<p>One</p>"))
    found = changed_pages({"old/": one}, {"new/": one})
    assert [(change.path, change.kind) for change in found] == [
        ("new/", "added"),
        ("old/", "removed"),
    ]
