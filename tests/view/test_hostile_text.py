"""Whatever a text field of a row holds comes out as that text, wherever its component is on a page.

Every free text of the real rows is replaced twice: by a tame word, and by the same word with a hostile tail. A macro
rendered from both must give the same elements and attributes, with the hostile text exactly where the tame word was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pytest
from guide.check.rules.pages.block_macros_stand_alone import AT_LINE_START
from guide.facts.freshness import data_date
from guide.pages.links import Links
from guide.pages.page import CalledPage, Page
from guide.pages.reading import read_pages
from guide.publish.html.markup import active_markup, unwrap_blocks
from guide.rows.loading import Guide, Rows
from guide.view.components import Components
from guide.view.context import Context
from guide.view.macros import BLOCK_NAMES, MACROS
from guide.view.macros.tables import row_anchors
from mkdocs.config import load_config

from tests.guides import COMPONENTS, PROJECT, quick_and_slow
from tests.view.example_calls import LIST, LISTING, LOOKED_UP, PAGES, WITHOUT_TEXT, calls_of
from tests.view.spoiling import HOSTILE, SHOWN, WORD, small, spoilt, with_tail

Pair = tuple[Guide, Guide]


@pytest.fixture(scope="module")
def pairs(real_guide: Guide) -> dict[bool, Pair]:
    """A tame guide and a hostile one, by whether they are for macros of LISTING."""
    few = {False: small(real_guide, LOOKED_UP), True: small(real_guide, set())}
    return {key: (spoilt(guide, ""), spoilt(guide, HOSTILE)) for key, guide in few.items()}


@pytest.fixture
def guides(pairs: dict[bool, Pair], name: str) -> Pair:
    """The two guides for a macro."""
    return pairs[name in LISTING]


@pytest.fixture(scope="module")
def convert() -> Callable[[str], str]:
    """Markdown to HTML with the extensions and settings of mkdocs.yml, and the hook that repairs it."""
    config = load_config(str(PROJECT / "mkdocs.yml"))
    reader = markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )

    def to_html(text: str) -> str:
        reader.reset()
        return unwrap_blocks(reader.convert(text))

    return to_html


class EqualMinutes(tuple[Page, ...]):
    """Minutes count words, and the hostile guide has more of them; test_reading_time.py counts for real."""

    def called(self) -> Iterator[CalledPage]:
        return (page.called for page in self)

    def minutes(self, _path: str) -> int:
        return 5


PAGES_OF_THE_GUIDE = EqualMinutes(read_pages(PROJECT))


@pytest.fixture(autouse=True)
def equal_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A size counts characters, and the hostile guide has more of them; test_prompt_packs.py counts for real."""
    monkeypatch.setattr("guide.view.macros.preparing.prompts._size", lambda _: "9 kB")


def rendered(guide: Guide, name: str, args: Any, kwargs: Any) -> str:
    links = Links(PROJECT / "docs", PAGES.get(name, "pay/by-level.md"))
    context = Context(
        guide, Components(COMPONENTS), links, data_date(guide), pages=PAGES_OF_THE_GUIDE
    )
    if name == "page_sources":
        for source in list(guide.sources)[:5]:
            context.cite(source)
    return str(MACROS[name](context, *args, **kwargs))


PLACES = {
    "paragraph": "Before, {} and after.",
    "table cell": "| a | b |\n| --- | --- |\n| {} | c |\n| d | {} |",
    "line start": "Before.\n\n{}\n\nAfter.",
    "list item": "- before\n- {}\n- after",
    "nested": '- a\n\n    !!! note "Note"\n\n        === "Tab"\n\n            {}\n\n        === "B"\n\n            x',
    "nested in details": '1. list\n\n    ??? note "Note"\n\n        - inner\n\n            {}\n\n        - after',
}


def places(name: str) -> list[str]:
    """Where a macro may be called: blocks alone on a line, those that make headings in the first column."""
    if name not in BLOCK_NAMES:
        return list(PLACES)
    return ["line start", *([] if name in AT_LINE_START else ["nested", "nested in details"])]


def outline(html: str) -> list[tuple[str, dict[str, str], str]]:
    """Elements in order, each with its attributes and its own text, whitespace collapsed."""
    root = html5lib.parse(html, namespaceHTMLElements=False)
    return [(str(e.tag), dict(sorted(e.attrib.items())), _own_text(e)) for e in root.iter()]


def _own_text(element: Element) -> str:
    # A marker in place of each child, so that a text that moved across a child is noticed.
    text = (element.text or "") + "".join(f"\x00{child.tail or ''}" for child in element)
    return " ".join(text.split())


@pytest.mark.parametrize("rest", quick_and_slow([False], [True]), ids=["first place", "others"])
@pytest.mark.parametrize("name", sorted(MACROS))
def test_hostile_text_comes_out_as_text(
    guides: Pair, convert: Callable[[str], str], name: str, rest: bool
) -> None:
    """Where it mostly stands, and in the slow proofs at each other place where it may be called."""
    for args, kwargs in calls_of(name, guides[0]):
        tame, hostile = (rendered(guide, name, args, kwargs) for guide in guides)
        assert name in WITHOUT_TEXT or WORD.search(tame), (
            f"{name} shows no text of a row: call it so that it does, or name it in WITHOUT_TEXT of {LIST}"
        )
        for place in places(name)[1:] if rest else places(name)[:1]:
            before, after = (convert(PLACES[place].replace("{}", x)) for x in (tame, hostile))
            expected = [
                (
                    tag,
                    {k: with_tail(v, SHOWN) for k, v in attributes.items()},
                    with_tail(text, SHOWN),
                )
                for tag, attributes, text in outline(before)
            ]
            found = outline(after)
            for wanted, got in zip(expected, found, strict=False):
                assert _plain(got) == _plain(wanted), f"{name} {kwargs} in a {place}"
            assert len(found) == len(expected), f"{name} {kwargs} in a {place}"
            assert active_markup(after) == []


@pytest.mark.parametrize("name", sorted(MACROS))
def test_a_macro_makes_headings_if_and_only_if_the_rule_about_blocks_knows(
    guides: Pair, name: str
) -> None:
    """A heading that is indented would be text, so the rule asks for the first column."""
    shown = [rendered(guides[1], name, *call) for call in calls_of(name, guides[1])]
    assert any("\n#" in text for text in shown) == (name in AT_LINE_START)
    if name not in AT_LINE_START:
        assert not any("\n" in text for text in shown)


def _plain(element: tuple[str, dict[str, str], str]) -> tuple[str, dict[str, str], str]:
    # A component may say a word in lower case; only the harmless guide's word shows where.
    tag, attributes, text = element
    shown = {k: _spoken(v) for k, v in attributes.items()}
    # The anchor of a row is made of its words, so it differs; test_row_anchors says which signs it may hold.
    if shown.get("id", "").startswith("row-"):
        shown["id"] = "row"
    return tag, shown, _spoken(text)


def _spoken(text: str) -> str:
    return " ".join(text.lower().split())


@pytest.mark.parametrize("first", ["<", "*", "[x](y)", "`", "#", "4", "ñ", "ש"])
def test_a_term_may_start_with_any_character(
    real_guide: Guide, convert: Callable[[str], str], first: str
) -> None:
    rows = real_guide["glossary"]
    term = rows.all[0].model_copy(update={"term": f"{first}term"})
    table = Rows(rows.table, [term], list(rows.places[:1]), rows.shown)
    guide = replace(real_guide, tables={**real_guide.tables, "glossary": table})
    root = html5lib.parse(
        convert(rendered(guide, "glossary_terms", (), {})), namespaceHTMLElements=False
    )
    heading = "".join(root.find(".//h2").itertext()).removesuffix("\N{PILCROW SIGN}")
    assert heading == first[0].upper()
    assert root.find(".//dt").text.strip() == f"{first}term"


def test_row_anchors_hold_letters_digits_and_hyphens_only() -> None:
    anchors = row_anchors("A <b>table</b>", [[HOSTILE, "x"], [HOSTILE, "y"], [HOSTILE, "y"]])
    assert all(re.fullmatch("row-[a-z0-9-]+", anchor) for anchor in anchors)
    assert len(set(anchors)) == 3
