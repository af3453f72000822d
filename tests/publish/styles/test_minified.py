"""Sheets are written small, in an order and a way that the oldest browsers read."""

from __future__ import annotations

import pytest
from guide.publish.styles.minified import minified
from guide.publish.styles.paper import with_paper_last
from guide.publish.styles.rules import pieces_of


def test_what_is_said_of_paper_is_one_block_at_the_end() -> None:
    css = "@media print{a{top:1px}}b{top:2px}@media print{c{top:3px}}@media screen{d{top:4px}}"
    gathered = "".join(map(str, with_paper_last(pieces_of(css))))
    assert gathered == "b{top:2px}@media screen{d{top:4px}}@media print{a{top:1px}c{top:3px}}"
    assert with_paper_last(pieces_of("b{top:2px}")) == pieces_of("b{top:2px}")


def test_minified_styles_ask_for_no_newer_browser() -> None:
    css = "@media screen and (min-width: 60em) and (max-width: 70em) { a { color: light-dark(#fff, #000) } }"
    assert (
        minified(css, "a.css")
        == "@media screen and (min-width:60em) and (max-width:70em){a{color:light-dark(#fff,#000)}}"
    )


def test_a_space_before_a_choice_of_selectors_stays() -> None:
    assert minified(".table :is(th, td) { margin: 0 }", "a.css") == ".table :is(th,td){margin:0}"


def test_a_broken_sheet_is_named_with_its_place() -> None:
    with pytest.raises(ValueError, match=r"own\.css:\d+:\d+"):
        minified("a { color: red }\nb { color", "own.css")
