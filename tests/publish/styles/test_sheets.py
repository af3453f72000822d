"""Which sheets a page loads, what is in each, and when a name changes."""

from __future__ import annotations

import re

import pytest
from guide.publish.styles.sheets import with_joined_sheets


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


def test_a_sheet_that_does_not_exist_is_named_with_its_page() -> None:
    html = '<link rel="stylesheet" href="../assets/gone.css">'
    with pytest.raises(ValueError, match=r"^a/index\.html loads assets/gone\.css, which does not"):
        with_joined_sheets({"a/index.html": html}, {}, {})
