"""What pages, tools, the search and paper can use stays in a sheet, and nothing else."""

from __future__ import annotations

import pytest
from guide.publish.styles.purge import without_unused_variables
from guide.publish.styles.rules import pieces_of
from guide.publish.styles.sheets import with_joined_sheets

from tests.publish.styles.one_page import PAGE, left


@pytest.mark.parametrize(
    "css",
    [
        ".lead{color:red}",
        "p.lead>a:hover{color:red}",
        "#top{color:red}",
        ".cite--first-hand{color:red}",
        ":is(.gone,.lead) a{color:red}",
        ".fold > summary{color:red}",
        ".fold>.more{color:red}",
        "p:not(.gone){color:red}",
        "a[href^=x]{color:red}",
        "img[src$=\\.png]{color:red}",
        "@media print{@supports (color:red){.lead{color:red}}}",
        "@keyframes turn{to{opacity:0}}",
        "*,:root{color:red}",
    ],
)
def test_what_a_page_can_use_stays(css: str) -> None:
    assert left(css) == css


@pytest.mark.parametrize(
    "css",
    [
        ".lead::-ms-clear{color:red}",  # only Internet Explorer knows it
        ".gone{color:red}",
        "div.lead{color:red}",
        ".gone .lead{color:red}",
        ".lead>.gone::before{color:red}",
        "video{color:red}",
        "[dir=rtl] .lead{color:red}",
        "[data-md-color-accent=pink]{color:red}",
        ":is(.gone,video) a{color:red}",
        ".lead>summary{color:red}",
        "img[src$=\\#only-dark]{color:red}",
        "@media print{.gone{color:red}}",
    ],
)
def test_what_no_page_can_use_goes(css: str) -> None:
    assert left(css) == ""


def test_one_selector_of_several_goes_alone() -> None:
    assert left(".gone, .lead , video{color:red;color:blue}") == ".lead{color:red;color:blue}"


def test_a_class_that_a_script_gives_stays_with_any_ending_it_fills_in() -> None:
    css = ".verdict--supported{color:red}.begun{color:red}"
    script = 'class="verdict verdict--${rule.verdict}" ; begun'
    assert left(css, script=script, names=("verdict--", "begun")) == css
    assert left(css) == ""


def test_an_element_that_only_a_script_makes_stays() -> None:
    assert left("kbd{color:red}", script="html`<kbd>J</kbd>`") == "kbd{color:red}"
    assert left("hr{color:red}", script='add(document.createElement("hr"))') == "hr{color:red}"


OF_PLAIN_TABLES = ".md-typeset table:not([class]) a{color:red}"


@pytest.mark.parametrize(
    ("table", "script", "remaining"),
    [
        ("<table><tr>", "", OF_PLAIN_TABLES),
        ('<table class="a"><tr>', "html`<table><tr>`", OF_PLAIN_TABLES),
        ('<table class="a"><tr>', "html`<table id=${id}><tr>`", OF_PLAIN_TABLES),
        ("", 'add(document.createElement("table"))', OF_PLAIN_TABLES),
        ('<table class="a"><tr>', 'html`<table role="table" class="b"><tr>`', ""),
    ],
)
def test_what_is_said_of_tables_without_a_class_stays_if_there_can_be_one(
    table: str, script: str, remaining: str
) -> None:
    page = f'<div class="md-typeset"><a href="x">{table}</div>'
    assert left(OF_PLAIN_TABLES, page, script) == remaining


def test_a_word_in_a_pattern_of_a_script_is_no_element() -> None:
    assert left("hr{color:red}", script="const HOUR = /hour|hr/i;") == ""


def test_what_a_script_adds_beside_a_thing_stays_where_the_thing_is() -> None:
    tabs = '<div class="tabbed-set"></div>'
    css = ".tabbed-control--next{color:red}"
    for page, remaining in ((tabs, True), (PAGE, False)):
        joined = with_joined_sheets(
            {"index.html": f'<link rel="stylesheet" href="assets/stylesheets/a.css">{page}'},
            {"assets/stylesheets/a.css": css},
            {},
        )
        assert any("tabbed-control--next" in text for text in joined.files.values()) is remaining


def test_a_variable_stays_while_any_sheet_or_script_names_it() -> None:
    css = ":root{--a:1;--b:var(--a);--c:2;--d:3;--e:4}p{margin:var(--b)}"
    remaining = without_unused_variables(
        pieces_of(css), frozenset(["--d"]), others="i{top:var(--e)}"
    )
    assert "".join(map(str, remaining)) == ":root{--a:1;--b:var(--a);--d:3;--e:4}p{margin:var(--b)}"


def test_a_variable_that_only_an_unused_one_names_goes_too() -> None:
    remaining = without_unused_variables(pieces_of(":root{--a:1;--b:var(--a)}"), frozenset())
    assert remaining == ()


def test_an_animation_goes_when_nothing_plays_it() -> None:
    css = "@keyframes turn{to{opacity:0}}@keyframes fade{to{opacity:0}}p{animation:turn 1s}"
    assert "fade" not in "".join(map(str, without_unused_variables(pieces_of(css), frozenset())))
