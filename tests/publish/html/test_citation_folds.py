"""On a phone marks that crowd its screen are one, at the end of the words that they are for."""

from __future__ import annotations

import re

import pytest
from guide.publish.html.citation_folds import folds_of, with_folds

LINE = "word " * 16  # two lines of a phone


def cite(number: int) -> str:
    return f'<a class="cite cite--secondary" href="#source-{number}"><i>[</i><span>{number}</span><i>]</i></a>'


def shown(html: str) -> str:
    """The page as a phone shows it: marks as [1], those for several as {numbers: statements}."""
    folded = with_folds(folds_of(html), lambda _, numbers, count: f"{{{numbers}: {count}}}")
    without = re.sub(r'<a class="cite cite--folded .*?</a>', "", folded)
    marks = re.sub(r"<a class=\"cite .*?<span>(\d+)</span>.*?</a>", r"[\1]", without)
    return marks.replace(LINE, "…")


def items(*numbers: int, tag: str = "li", words: str = LINE) -> str:
    return "".join(f"<{tag}>{words}{cite(number)}</{tag}>" for number in numbers)


@pytest.mark.parametrize(
    ("html", "on_a_phone"),
    [
        (f"<ul>{items(1, 2, 3)}</ul>", "<ul><li>…[1]</li><li>…[2]</li><li>…[3]</li></ul>"),
        (
            f"<ul>{items(1, 2, 2, 3)}</ul>",
            "<ul><li>…</li><li>…</li><li>…</li><li>…{[1, 2, 3]: 4}</li></ul>",
        ),
        (
            f"<table><tr>{items(1, 1, tag='td')}</tr><tr>{items(1, 1, tag='td')}</tr></table>",
            "<table><tr><td>…</td><td>…</td></tr><tr><td>…</td><td>…{[1]: 4}</td></tr></table>",
        ),
        (
            f"<h2>A</h2>{items(1, 2, tag='p')}<h2>B</h2>{items(3, 4, tag='p')}",
            "<h2>A</h2><p>…</p><p>…{[1, 2]: 2}</p><h2>B</h2><p>…[3]</p><p>…[4]</p>",
        ),
        (
            f"<p>{LINE}{cite(1)} {LINE}{cite(2)}. Told. </p><ul>{items(3)}</ul><ol>{items(4)}</ol>",
            "<p>… …. Told.{[1, 2]: 2} </p><ul><li>…[3]</li></ul><ol><li>…[4]</li></ol>",
        ),
        (
            f"<ul><li>{LINE}{cite(1)}<ul>{items(2)}</ul></li>{items(3, 4)}</ul>",
            "<ul><li>…<ul><li>…{[1, 2]: 2}</li></ul></li><li>…[3]</li><li>…[4]</li></ul>",
        ),
    ],
)
def test_four_marks_on_a_screen_become_few(html: str, on_a_phone: str) -> None:
    assert shown(html) == on_a_phone


def test_marks_that_have_room_keep_their_places() -> None:
    html = f"<ul>{items(1, 2, 3, 4, 5, words=LINE * 6)}</ul>"
    assert with_folds(folds_of(html), lambda *_: "none is asked for") == html


def test_a_long_list_has_a_mark_for_each_screen_of_it() -> None:
    counts = [
        int(count) for count in re.findall(r": (\d+)}", shown(f"<ul>{items(*range(40))}</ul>"))
    ]
    assert sum(counts) == 40
    assert len(counts) > 3
    assert max(counts) - min(counts) <= 2


def test_no_mark_is_hidden_behind_one_that_something_else_hides() -> None:
    """The row of another track, and what is folded: their marks are not for what is beside them."""
    rows = "".join(
        f"<tr{track}>{items(1, 2, tag='td')}</tr>"
        for track in (' data-only="pm"', ' data-only="pmm"', "")
    )
    found = shown(
        f"<table>{rows}</table><details><summary>S</summary>{items(1, 2, tag='p')}</details>"
    )
    assert found.count("[2]") + found.count("{[1, 2]: 2}") == 4
    assert ": 4" not in found


def test_every_statement_keeps_its_mark_in_the_page() -> None:
    html = f"<ul>{items(1, 2, 3, 4, 5)}</ul>"
    folded = with_folds(folds_of(html), lambda *_: "")
    assert folded.replace("cite--folded ", "") == html
    assert folded.count("cite--folded ") == 5
