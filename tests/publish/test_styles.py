"""The published styles hold what pages, tools, the search and paper can use, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
from guide.publish.styles.minified import minified
from guide.publish.styles.paper import with_paper_last
from guide.publish.styles.purge import purged, without_overruled, without_unused_variables
from guide.publish.styles.repeated import SWITCHED_OFF, without_repeated, without_switched_off
from guide.publish.styles.rules import pieces_of
from guide.publish.styles.seen import ADDED_BESIDE, ADDED_BY_THEME, Seen, seen_on, tags_on
from guide.publish.styles.sheets import with_joined_sheets

from tests.guides import PROJECT

TEMPLATES = Path(material.__file__).parent / "templates"
# Classes that the theme's script could add if mkdocs.yml switched the feature on, or pages held such a thing.
NOT_HERE = re.compile(
    r"md-(version|tooltip|source|status|code__|annotation|tag-icon)|mermaid|(?:c[m1]?|k|n|o|s|hll|no|com|code|js)$"
    r"|(note|success|inline|result|footnote)$"
)
PAGE = (
    '<body><p class="lead"><a href="x" id="top">a</a></p><div class="cite--first&#45;hand"></div>'
    '<details class="fold"><summary class="more">b</summary></details><img src="x.png"></body>'
)


def left(css: str, page: str = PAGE, script: str = "", names: tuple[str, ...] = ()) -> str:
    """What is left of a sheet on this page."""
    pieces = purged(pieces_of(css), seen_on([tags_on(page)], [script]), frozenset(names))
    return "".join(map(str, pieces))


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


def test_what_is_said_of_paper_is_one_block_at_the_end() -> None:
    css = "@media print{a{top:1px}}b{top:2px}@media print{c{top:3px}}@media screen{d{top:4px}}"
    gathered = "".join(map(str, with_paper_last(pieces_of(css))))
    assert gathered == "b{top:2px}@media screen{d{top:4px}}@media print{a{top:1px}c{top:3px}}"
    assert with_paper_last(pieces_of("b{top:2px}")) == pieces_of("b{top:2px}")


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


def test_an_animation_goes_when_nothing_plays_it() -> None:
    css = "@keyframes turn{to{opacity:0}}@keyframes fade{to{opacity:0}}p{animation:turn 1s}"
    assert "fade" not in "".join(map(str, without_unused_variables(pieces_of(css), frozenset())))


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


def linked(*sheets: str) -> str:
    return (
        "".join(f'\n  <link rel="stylesheet" href="../assets/{one}.css">' for one in sheets)
        + "<p>x</p>"
    )


def test_pages_load_one_sheet_and_one_for_their_tools() -> None:
    sheets = {f"assets/{name}.css": f"p{{margin:{n}px}}" for n, name in enumerate("abcd")}
    joined = with_joined_sheets(
        {"one/index.html": linked("a", "c", "d", "b"), "two/index.html": linked("a", "b")},
        sheets,
        {},
    )
    one, two = (re.findall(r'href="\.\./([^"]+)"', html) for html in joined.pages.values())
    assert len(one) == 2
    assert two == one[:1]
    assert set(one) == joined.files.keys()
    assert joined.files[one[0]] == "p{margin:1px}", "the sheets of all pages, in their order"
    assert joined.files[one[1]] == "p{margin:3px}", "those of this page alone"
    assert joined.replaced == sheets.keys()


def test_a_sheet_of_few_pages_holds_only_what_those_pages_or_a_script_can_use() -> None:
    sheets = {"assets/a.css": "p{margin:0}", "assets/b.css": ".x,.y,.z{margin:1px}.y{margin:2px}"}
    pages = {
        "one/index.html": linked("a", "b") + '<p class="x">',
        "two/index.html": linked("a") + '<p class="y">',
    }
    joined = with_joined_sheets(pages, sheets, {"assets/tool.js": 'add("z")'})
    own = re.findall(r'href="\.\./([^"]+)"', joined.pages["one/index.html"])[1]
    assert joined.files[own] == ".x,.z{margin:1px}"


def test_what_a_script_makes_stays_in_the_sheet_of_its_page() -> None:
    css = "textarea{margin:0}.tool h3{margin:1px}"
    joined = with_joined_sheets(
        {"one/index.html": linked("a", "b"), "two/index.html": linked("a")},
        {"assets/a.css": "p{margin:0}", "assets/b.css": css},
        {"assets/tool.js": 'html`<div class="tool"><h3>x</h3><textarea></textarea></div>`'},
    )
    assert css in joined.files.values()


def test_a_name_changes_with_what_is_inside_and_only_then() -> None:
    page = {"index.html": linked("a")}
    names = [
        with_joined_sheets(page, {"assets/a.css": css}, {}).files.keys()
        for css in ("p{margin:0}", "p { margin: 0 }", "p{margin:1px}")
    ]
    assert names[0] == names[1] != names[2]


def theme_names() -> set[str]:
    """The classes that the theme's script names and the theme's sheets style."""
    script = next(TEMPLATES.glob("assets/javascripts/bundle.*.min.js")).read_text(encoding="utf-8")
    words = set(re.findall(r"[\w-]+", " ".join(re.findall(r'"([^"\\\n]*)"', script))))
    sheets = "".join(
        path.read_text(encoding="utf-8") for path in TEMPLATES.glob("assets/stylesheets/*.min.css")
    )
    return words & set(re.findall(r"\.([_a-zA-Z-][\w-]*)", sheets))


def test_every_class_of_the_theme_s_script_is_known() -> None:
    """A new version of the theme that adds one fails here: read what it is for, and put it where it belongs."""
    templates = "".join(p.read_text(encoding="utf-8") for p in TEMPLATES.rglob("*.html"))
    known = ADDED_BY_THEME.union(*ADDED_BESIDE.values(), ADDED_BESIDE)
    in_templates = {name for name in theme_names() if name in templates}
    unknown = {n for n in theme_names() - known - in_templates if not NOT_HERE.match(n)}
    assert unknown == set()


def test_own_scripts_use_classes_of_the_theme_by_their_prefix() -> None:
    """Only such classes are looked for in the theme's sheets."""
    sheets = "".join(
        p.read_text(encoding="utf-8") for p in TEMPLATES.glob("assets/stylesheets/*.min.css")
    )
    own = "".join(
        p.read_text(encoding="utf-8") for p in (PROJECT / "overrides/assets/styles").glob("*.css")
    )
    own += "".join(
        p.read_text(encoding="utf-8") for p in (PROJECT / "overrides/assets/tools").rglob("*.css")
    )
    scripts = [
        p.read_text(encoding="utf-8")
        for p in (PROJECT / "overrides/assets").rglob("*.js")
        if "vendor" not in p.parts
    ]
    given = {
        c
        for text in scripts
        for group in re.findall(r'class="([\w -]+)"|className = "([\w -]+)"', text)
        for c in " ".join(group).split()
    }
    in_theme, in_own = (set(re.findall(r"\.([_a-zA-Z-][\w-]*)", text)) for text in (sheets, own))
    assert {name for name in given & in_theme if not name.startswith("md-")} - in_own == set()


def test_seen_reads_tags_over_lines_and_without_quotes() -> None:
    seen = seen_on([tags_on('<input class="a\n b" type=radio\n hidden>')], [])
    assert seen.has_element("input", ["a", "b"], frozenset())
    assert seen.has_attribute("type", "radio")
    assert seen.has_attribute("hidden", None)
    assert not seen.has_attribute("type", "text")
    assert isinstance(seen, Seen)


def test_a_sheet_that_does_not_exist_is_named_with_its_page() -> None:
    html = '<link rel="stylesheet" href="../assets/gone.css">'
    with pytest.raises(ValueError, match=r"^a/index\.html loads assets/gone\.css, which does not"):
        with_joined_sheets({"a/index.html": html}, {}, {})
