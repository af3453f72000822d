"""What a later rule overrules, or our sheets switch off in the theme, is left out."""

from __future__ import annotations

import re

import pytest
from guide.publish.styles.minified import minified
from guide.publish.styles.purge import without_overruled
from guide.publish.styles.repeated import SWITCHED_OFF, without_repeated, without_switched_off
from guide.publish.styles.rules import pieces_of

from tests.guides import PROJECT
from tests.publish.styles.one_page import left


def test_a_color_of_the_theme_goes_when_ours_takes_its_place_in_every_palette() -> None:
    theme = ":root,[data-md-color-scheme=default]{--a:1;--b:2}[data-md-color-scheme=slate]{--a:3}"
    theme += ".md-nav{--a:4}@media screen{[data-md-color-scheme=slate]{--a:5;--c:6}}"
    ours = pieces_of(":root,[data-md-color-scheme]{--a:7}[data-md-color-scheme=slate]{--b:8}")
    remaining = "".join(map(str, without_overruled(pieces_of(theme), ours)))
    assert remaining == (
        ":root,[data-md-color-scheme=default]{--b:2}.md-nav{--a:4}"
        "@media screen{[data-md-color-scheme=slate]{--c:6}}"
    )


@pytest.mark.parametrize(
    ("css", "remaining"),
    [
        ("p{color:red;top:0}a{top:1}p{color:blue}", "p{top:0}a{top:1}p{color:blue}"),
        ("p,a{color:red}p{color:blue}", "p,a{color:red}p{color:blue}"),
        ("p,a{color:red}p{color:blue}a{color:blue}", "p{color:blue}a{color:blue}"),
        ("@media print{p{color:red}}p{color:blue}", "p{color:blue}"),
        ("p{color:red}@media print{p{color:blue}}", "p{color:red}@media print{p{color:blue}}"),
        ("p{color:red!important}p{color:blue}", "p{color:red!important}p{color:blue}"),
        ("p{color:red}p{color:light-dark(red,blue)}", "p{color:red}p{color:light-dark(red,blue)}"),
        ("p{margin-top:0}p{margin:1px}", "p{margin-top:0}p{margin:1px}"),
    ],
)
def test_a_value_goes_that_the_same_selector_overrules_later(css: str, remaining: str) -> None:
    assert "".join(map(str, without_repeated(pieces_of(css)))) == remaining


def test_what_our_sheets_switch_off_is_left_out_of_the_theme() -> None:
    css = "a:before,.x>summary:before{top:0}@media print{summary:before{top:0}}summary{top:0}"
    remaining = "".join(map(str, without_switched_off(pieces_of(css))))
    assert remaining == "a:before{top:0}summary{top:0}"


def test_margins_of_blocks_in_cells_without_blocks_are_left_out_of_the_theme() -> None:
    css = "table:not([class]) td>:first-child,table:not([class]) td{margin:0}"
    remaining = "".join(map(str, without_switched_off(pieces_of(css))))
    assert remaining == "table:not([class]) td{margin:0}"


def test_what_stops_every_fade_is_left_out_of_the_theme_and_ours_stays() -> None:
    theirs = "[data-md-color-switching] *,[data-md-color-switching] :before{transition-duration:0s}"
    ours = "[data-switching] a{transition-duration:0s}"
    assert without_switched_off(pieces_of(theirs)) == ()
    assert left(ours, script='root.toggleAttribute("data-switching")') == ours


def test_our_sheets_switch_off_what_is_left_out() -> None:
    sheets = (PROJECT / "overrides/assets/styles").glob("*.css")
    text = minified("\n".join(path.read_text(encoding="utf-8") for path in sorted(sheets)), "all")
    off = re.findall(r"([^{}]+)\{(?:display|content):none\}", text)
    found = {end for end in SWITCHED_OFF for each in off if each.endswith(end)}
    # The pointer over a heading draws the arrow that was never made.
    assert found | {"th[role=columnheader]:hover:after"} == set(SWITCHED_OFF)
