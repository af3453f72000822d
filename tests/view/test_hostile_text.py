"""Whatever a text field of a row holds comes out as that text, wherever its component is on a page.

Every free text of the real rows is replaced twice: by a tame word, and by the same word with a hostile tail. A macro
rendered from both must give the same elements and attributes, with the hostile text exactly where the tame word was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args, get_origin
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pytest
from guide.check.rules.pages.block_macros_stand_alone import AT_LINE_START
from guide.facts.freshness import data_date
from guide.facts.pay import COUNTING_RULES
from guide.pages.links import Links
from guide.pages.page import CalledPage, Page
from guide.pages.reading import read_pages
from guide.publish.html.markup import active_markup, unwrap_blocks
from guide.rows.loading import Guide, Rows
from guide.rows.models.base import Row, Text
from guide.rows.models.culture import CultureKind
from guide.rows.models.facts import CompanyTopic
from guide.rows.models.pay.negotiation import NegotiationTopic
from guide.rows.models.preparing.preparation import FaqTopic
from guide.rows.references import references
from guide.view.components import Components
from guide.view.context import Context
from guide.view.macros import BLOCK_NAMES, MACROS
from guide.view.macros.tables import row_anchors
from mkdocs.config import load_config
from pydantic import BaseModel

from tests.guides import COMPONENTS, PROJECT, quick_and_slow

HOSTILE = (
    '<script>alert(1)</script> <b>x</b> </td></div> | * a*b*c **d** _ e_f_g _h_ ` `i` [x](y) ![x](y) [x][y] "quotes" '
    "'apos' {{ x }} {% x %} {: .a onclick=x } {#anchor} [[= x =]] [[% x %]] [[# x #]]\n\n    newline\n\n- list\n"
    "שלום עברית العربية ~~x~~ ~x~ ^x^ ==x== ++x++ :smile: &copy; &amp; &#60;b&#62; \\ \\* # 1. 1) > + !!! note "
    "??? x === https://example.org www.example.org a@b.org [^1] *[HTML]: :: "
    "\U0001f642 -- ... <!-- x --> <?x ?> ]]> $x$ @x"
)
SHOWN = " ".join(HOSTILE.split())
TEXT_MARKS = get_args(Text)[1:]
WORD = re.compile(r"Zq\d+x", re.I)
# An argument for each macro that needs one; a new macro fails here until it has its own.
CALLS: dict[str, list[dict[str, Any]]] = {
    "theme_share": [{"theme": "ai-experience", "track": "pm"}],
    "post_themes": [{"track": track} for track in ("pm", "pmm", "both")],
    "coded_posts": [{"track": "pm"}],
    "job_post_list": [{"track": "pm"}, {"track": "field-pmm"}],
    "negotiation_count": [{"what": "gained"}],
    "negotiation_facts": [{"topic": topic} for topic in get_args(NegotiationTopic)],
    "offer_floor": [{"offer_id": "pm-level-64"}],
    "offer_place": [{"offer_id": "pm-level-64", "range_id": "pm-ic4-us"}],
    "offer_year": [{"offer_id": "pm-level-64", "year": 3}],
    "posted_gap": [{"code": "IC4"}],
    "posts_counting_product_years": [{"track": "pmm"}],
    "posts_with_travel": [{"travel": "0-25%"}],
    "file_to_save": [{"path": "cards/microsoft-pm.apkg", "text": "PM"}],
    "range_history": [{"family": "engineering"}, {"family": "marketing"}],
    "compensation_chart": [{"track": "pm"}, {"track": "pmm", "metric": "base"}],
    "compensation_table": [{"track": "pm"}, {"track": "pmm"}],
    "loop_rounds": [{"track": "pm"}, {"track": "pmm"}],
    "loop_stages": [{"track": "pm"}, {"track": "pmm"}],
    "loop_reports": [{"track": "pm"}, {"track": "pmm"}],
    "transcripts": [{"track": "pm"}, {"track": "pmm"}],
    "writing_lines": [{"labels": "First; Second"}],
    "case_list": [{"track": "pm"}, {"track": "pmm"}],
    "case_number": [{"line": "notes"}],
    "claim_list": [{"verdict": "disputed"}],
    "source_list": [{"grade": "one-article-only"}],
    "guideline_ceiling": [{"level": 64}],
    "mistake_cards": [{"stage": "offer"}, {"stage": "preparing"}],
    "competency_rubrics": [{"track": "pm"}, {"track": "pmm"}],
    "worked_answers": [{"track": "pm"}, {"track": "pmm"}],
    "role_plays": [{"track": track} for track in ("pm", "pmm", "both")],
    "question_count": [{"track": "pm"}],
    "question_index": [{"track": "pm"}, {"track": "pmm"}],
    "question_list": [
        {"track": "pm", "category": "strategy"},
        {"track": "pmm", "category": "pricing"},
        {"track": "both", "category": "behavioral"},
    ],
    "question_rubrics": [{"track": "pm"}, {"track": "pmm"}],
    "rounds_in_order": [{"track": "pm"}, {"track": "pmm"}],
    "study_plan": [{"weeks": weeks} for weeks in (2, 4, 8)],
    "culture_list": [{"kind": kind} for kind in get_args(CultureKind)],
    "company_changes": [{"topic": topic} for topic in get_args(CompanyTopic)],
    "faq_list": [{"topic": topic} for topic in get_args(FaqTopic)],
    "figure": [{}, {"brief": True}],
    "file_link": [{"path": "data/faq.yml"}],
    "level": [{"level_number": 64}, {"level_number": 64, "number": True}],
    "term": [{}, {"text": "<b>a*b*</b>"}],
}
# These print nothing but our own words, numbers and marks.
WITHOUT_TEXT = {
    "file_to_save",
    "download_list",
    "writing_lines",
    "case_number",
    "certainty",
    "theme_share",
    "coded_posts",
    "counting_rule",
    "days_open",
    "negotiation_count",
    "offer_floor",
    "offer_place",
    "offer_year",
    "posted_gap",
    "posted_pay_comparison",
    "posted_range_chart",
    "posts_counting_product_years",
    "posts_with_travel",
    "range_history",
    "years_by_code",
    "data_dictionary",
    "file_link",
    "form_list",
    "grade_legend",
    "guideline_ceiling",
    "level",
    "page_cards",
    "continue_line",
    "progress_marks",
    "question_count",
    "reading_list",
    "track_pay_comparison",
    "verdict",
    # Of a source they show the number and the grade; its words are in the list at the end of the page.
    "cite",
    "compensation_chart",
    "compensation_table",
    "figure",
    "moved_to",
    "rounds",
}
FIRST_ROW = {
    "case_file": "cases",
    "case_number": "case-numbers",
    "case_numbers": "case-numbers",
    "ask_line": "questions-to-ask",
    "certainty": "answers",
    "cite": "sources",
    "facts": "ai-facts",
    "verdict": "claims",
    "figure": "compensation",
    "term": "glossary",
    "worked_offer": "worked-offers",
    "negotiation_script": "negotiation-scripts",
    "study_tool": "study-tools",
}
# Macros ask these for certain rows by their numbers.
LOOKED_UP = {
    *("claims", "compensation", "levels", "offer-guidelines", "pay-aggregates"),
    *("job-posts", "job-post-themes", "post-themes", "posted-ranges"),
}
# These list such a table and look nothing up, so a few of its rows do, as of any other table.
LISTING = {"claim_list", "job_post_list", "other_posted_ranges", "single_figures"}
# Where a macro is called, if its answer depends on that.
PAGES = {"page_claims": "pay/levels.md", "page_changes": "roles/pmm.md"}


def text_fields(model: type[BaseModel]) -> list[str]:
    """Names of the fields that hold free text, alone, in lists or in groups."""
    return [
        name
        for name, info in model.model_fields.items()
        if _has_text(info.annotation, info.metadata)
    ]


def _has_text(annotation: Any, metadata: Any = ()) -> bool:
    if annotation is str:
        return any(mark in TEXT_MARKS for mark in metadata)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    parts = get_args(annotation)
    if metadata := getattr(annotation, "__metadata__", ()):
        return _has_text(parts[0], metadata)
    return any(_has_text(part) for part in parts)


@dataclass
class Spoiler:
    """Replaces every free text by a numbered word and a tail."""

    tail: str
    count: int = 0

    def row(self, row: Any) -> Any:
        changes = {n: self.value(getattr(row, n)) for n in text_fields(type(row))}
        return row.model_copy(update=changes)

    def value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self.value(item) for item in value)
        if isinstance(value, BaseModel):
            return self.row(value)
        if value is None:
            return None
        self.count += 1
        return f"Zq{self.count}x {self.tail}".strip()


def spoilt(guide: Guide, tail: str) -> Guide:
    """The guide with every free text replaced; the order of rows and their keys stay."""
    spoiler = Spoiler(tail)
    tables = {
        name: Rows(
            rows.table, [spoiler.row(row) for row in rows.all], list(rows.places), rows.shown
        )
        for name, rows in guide.tables.items()
    }
    return replace(guide, tables=tables)


def small(guide: Guide, whole: Set[str]) -> Guide:
    """The guide with a few rows of each list that is not wanted whole, and whatever rows these refer to: more of a kind
    show no more."""
    keys_by_table = {
        name: set(rows) if name in whole else {row.key for row in _two_of_each(rows)}
        for name, rows in guide.tables.items()
    }
    waiting = [
        row for name, keys in keys_by_table.items() for key in keys for row in [guide[name][key]]
    ]
    while waiting:
        for reference in references(waiting.pop()):
            if reference.key not in keys_by_table[reference.table]:
                keys_by_table[reference.table].add(reference.key)
                waiting.append(guide[reference.table][reference.key])
    return replace(
        guide,
        tables={name: _only(rows, keys_by_table[name]) for name, rows in guide.tables.items()},
    )


def _two_of_each(rows: Rows[Any]) -> Iterator[Row]:
    """The rows of a table that are among the first two to have some choice, such as a track; at least two rows."""
    seen: Counter[tuple[str, Any]] = Counter()
    for row in rows.all:
        choices = [("", "")] + [(name, getattr(row, name)) for name in _choices(type(row))]
        if any(seen[choice] < 2 for choice in choices):
            yield row
        seen.update(choices)


def _choices(model: type[BaseModel]) -> list[str]:
    """The fields that take one of a few words."""
    return [
        name for name, info in model.model_fields.items() if get_origin(info.annotation) is Literal
    ]


def _only(rows: Rows[Any], keys: set[str]) -> Rows[Any]:
    chosen = [n for n, row in enumerate(rows.all) if row.key in keys]
    return Rows(
        rows.table, [rows.all[n] for n in chosen], [rows.places[n] for n in chosen], rows.shown
    )


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


def calls(guide: Guide) -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """Every macro with arguments that it takes."""
    found = []
    for name in MACROS:
        args: tuple[Any, ...] = ()
        if name in FIRST_ROW:
            args = (next(iter(guide[FIRST_ROW[name]])),)
        elif name == "rounds":
            args = (next(r.id for r in guide["loop-reports"].values() if r.rounds_low),)
        elif name == "unknowns":
            args = ("pay",)
        elif name == "counting_rule":
            args = (next(iter(COUNTING_RULES)),)
        found += [(name, args, kwargs) for kwargs in CALLS.get(name, [{}])]
    return found


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


def with_tail(value: str, tail: str) -> str:
    """What a tame text should have become."""
    return WORD.sub(lambda word: f"{word[0]} {tail}".strip(), value)


@pytest.mark.parametrize("rest", quick_and_slow([False], [True]), ids=["first place", "others"])
@pytest.mark.parametrize("name", sorted(MACROS))
def test_hostile_text_comes_out_as_text(
    guides: Pair, convert: Callable[[str], str], name: str, rest: bool
) -> None:
    """Where it mostly stands, and in the slow proofs at each other place where it may be called."""
    for _, args, kwargs in [call for call in calls(guides[0]) if call[0] == name]:
        tame, hostile = (rendered(guide, name, args, kwargs) for guide in guides)
        assert name in WITHOUT_TEXT or WORD.search(tame)
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
    shown = [rendered(guides[1], name, a, k) for n, a, k in calls(guides[1]) if n == name]
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
