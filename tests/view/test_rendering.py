"""Only components write HTML: everything else that goes in comes out as inert text on one line."""

from __future__ import annotations

import inspect
import os
import re
from pathlib import Path

import pytest
from guide.facts.wording import dollars, plural, short_dollars, span
from guide.pages.reading import read_pages
from guide.view.components import Components, element, inert
from guide.view.context import Context
from guide.view.macros import MACROS
from jinja2 import UndefinedError
from markupsafe import Markup

from tests.guides import COMPONENTS, PROJECT

MAY_MAKE_MARKUP = {
    "components.py",  # what writes it
    "evidence.py",  # joins marks that components made: Markup("").join(...)
    "anki_package.py",  # fields of a card, each text escaped; no page of the site holds them
    "file_facts.py",  # the address of the site in an attribute, escaped: known once the site is built
    "markdown.py",  # takes HTML apart into Markdown, and escapes what Markdown would read
    "stand_ins.py",  # shows a component in a block of code as its text, escaped
}


def component(folder: Path, text: str) -> Components:
    (folder / "one.html").write_text(text, encoding="utf-8")
    return Components(folder)


def test_a_text_becomes_inert_and_markup_passes() -> None:
    assert inert("a*b_c <i>") == "a&#42;b&#95;c &#60;i&#62;"
    assert inert("שלום, 5 %") == "שלום, 5 %"
    assert inert(" a\n\n  b\t") == "a b"
    assert inert(Markup("<b>")) == "<b>"
    assert inert(None) is None
    assert inert(64) == "64"


def test_a_component_is_one_line_whatever_it_is_given(tmp_path: Path) -> None:
    components = component(tmp_path, "<p title='{{ x }}'>\n{{ x }}\n</p>\n")
    assert components.render("one.html", {"x": "a\n\nb'"}) == "<p title='a b&#39;'> a b&#39; </p>"


def test_a_space_that_does_not_break_stays_one(tmp_path: Path) -> None:
    """Each was lost on the way to one line, so lines of the site ended inside times and counts after all."""
    components = component(tmp_path, "<p>{{ x|together }}\n</p>")
    assert components.render("one.html", {"x": "35 minutes"}) == "<p>35&#160;minutes </p>"


def test_an_edited_component_is_shown_although_compiled_ones_are_cached(tmp_path: Path) -> None:
    assert component(tmp_path, "{{ x }} before").render("one.html", {"x": 1}) == "1 before"
    (tmp_path / "two.html").write_text("{% include 'one.html' %}", encoding="utf-8")
    assert Components(tmp_path).render("two.html", {"x": 1}) == "1 before"
    edited = component(tmp_path, "{{ x }} after")
    os.utime(tmp_path / "one.html", (1, 1))  # two edits of one tick are one to the file system
    assert edited.render("one.html", {"x": 1}) == "1 after"
    assert edited.render("two.html", {"x": 1}) == "1 after"


def test_a_value_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="'y' is undefined"):
        component(tmp_path, "{{ y }}").render("one.html", {"x": 1})


def test_text_joined_to_markup_stays_text(tmp_path: Path) -> None:
    components = component(tmp_path, "{{ x ~ '<' ~ y }}")
    shown = components.render("one.html", {"x": Markup("<b>"), "y": "<i>"})
    assert "<i>" not in shown


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.name)
def test_no_component_switches_escaping_off(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|Markup|\|\s*(tojson|urlize|xmlattr)", text)


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.name)
def test_no_component_holds_what_could_run(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:|<iframe|<form", text)


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.name)
def test_every_attribute_that_holds_a_value_is_quoted(path: Path) -> None:
    """Numeric entities are inert inside quotes only: without them a space would start a new attribute."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"\{%.*?%\}", "", text, flags=re.S)
    assert not re.search(r"=\s*\{\{", text)


def test_markup_is_made_in_one_place() -> None:
    makers = {
        path.name
        for path in (PROJECT / "hooks" / "guide").rglob("*.py")
        # `re.escape` makes patterns, not markup.
        if re.search(r"\bMarkup\(|\|\s*safe|\b(?<!re\.)escape\(", path.read_text(encoding="utf-8"))
    }
    assert makers <= MAY_MAKE_MARKUP


def test_evidence_makes_no_markup_of_its_own() -> None:
    text = (PROJECT / "hooks/guide/view/macros/evidence.py").read_text(encoding="utf-8")
    assert set(re.findall(r"\bMarkup\((.*?)\)", text)) <= {'""'}


def test_every_macro_names_its_place_in_its_first_words() -> None:
    silent = [
        n for n, m in MACROS.items() if not (m.__doc__ or "").startswith(("Inline.", "Block"))
    ]
    assert silent == [], "begin the docstring with 'Inline.' or 'Block.'"


def test_every_macro_is_called_on_a_page_with_each_of_its_parameters() -> None:
    given: dict[str, set[str]] = {}
    for call in (call for page in read_pages(PROJECT) for call in page.calls):
        bound = inspect.signature(MACROS[call.name]).bind(None, *call.args, **call.kwargs)
        given.setdefault(call.name, set()).update(bound.arguments)
    expected = {name: set(inspect.signature(macro).parameters) for name, macro in MACROS.items()}
    unused = {name: want - given.get(name, {"context"}) for name, want in expected.items()}
    unused = {name: left for name, left in unused.items() if left or name not in given}
    assert unused == {}, "call each of these on a page, with these parameters, or delete them"


def test_an_address_with_quotes_stays_in_its_attribute(context: Context) -> None:
    source = next(row for row in context.guide.sources.values() if row.url)
    hostile = source.model_copy(update={"url": 'https://a.example/"><script>alert(1)</script>'})
    shown = context.render(
        "source_list.html",
        sources=[hostile],
        grades={source.grade: ("", "")},
        numbers={},
        has_notes=True,
    )
    assert "<script" not in shown
    assert 'href="https&#58;&#47;&#47;a&#46;example&#47;&#34;&#62;&#60;script' in shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(274000, "$274K"), (119800, "$119.8K"), (None, "–"), (1_000_000, "$1,000K")],
)
def test_short_dollars(value: int | None, shown: str) -> None:
    assert short_dollars(value) == shown


def test_numbers_in_words() -> None:
    assert [dollars(119800), dollars(None), dollars(0)] == ["$119,800", "–", "$0"]
    assert [plural(1, "report"), plural(2, "report"), plural(0, "report")] == [
        "1 report",
        "2 reports",
        "no reports",
    ]
    assert [span(2, 4), span(4, 4), span(None, 60), span(None, None)] == [
        "2 to 4",
        "4",
        "up to 60",
        "–",
    ]


@pytest.mark.parametrize("slug", ["script", "a b", "x-y onclick", "a-<b>", "A-b", ""])
def test_a_name_that_is_no_custom_element_is_refused(slug: str) -> None:
    with pytest.raises(ValueError, match="cannot name an element"):
        element(slug)
