"""Facts shown one by one: running text, one mark a source, an age once it matters; and what changed at the company."""

from __future__ import annotations

import datetime as dt
from html import unescape
from pathlib import Path

import pytest
from guide.pages.links import Links
from guide.rows.problems import UnknownName
from guide.view import macros
from guide.view.components import Components
from guide.view.context import Context

from tests.guides import COMPONENTS, PROJECT, guide_of, row

TODAY = dt.date(2026, 11, 28)
SOURCES = [row("sources"), row("sources", id="other", url="https://example.org/b")]


def context(root: Path, here: str = "pay/levels.md", **tables: list) -> Context:
    guide = guide_of(root, sources=SOURCES, **tables)
    return Context(guide, Components(COMPONENTS), Links(PROJECT / "docs", here), TODAY)


def test_facts_of_one_source_share_its_mark(tmp_path: Path) -> None:
    rows = [
        row("ai-facts"),
        row("ai-facts", id="b", statement="Then ship.", sources=["a-source", "other"]),
    ]
    rendered = macros.facts.facts(context(tmp_path, ai_facts=rows), "a-test", "b")
    html = unescape(rendered)
    assert rendered.striptags().startswith("Tests come first. Then ship.")
    assert html.count('class="cite ') == html.count("<i>[1, 2] </i>") == 1


@pytest.mark.parametrize(("as_of", "shown"), [("2025-06", False), ("2025-04", True), (None, False)])
def test_a_fact_past_its_shelf_life_says_from_when_it_is(
    tmp_path: Path, as_of: str | None, shown: bool
) -> None:
    html = macros.facts.facts(context(tmp_path, ai_facts=[row("ai-facts", as_of=as_of)]), "a-test")
    assert ("as of April 2025" in html.striptags()) is shown


def test_an_unknown_fact_is_reported_with_the_near_name(tmp_path: Path) -> None:
    tables = {"ai_facts": [row("ai-facts")], "selling_facts": [row("selling-facts")]}
    with pytest.raises(UnknownName, match=r"Allowed: a-sale, a-test\. Did you mean 'a-sale'\?"):
        macros.facts.facts(context(tmp_path, **tables), "a-sales")
    with pytest.raises(ValueError, match="needs at least one id"):
        macros.facts.facts(context(tmp_path, **tables))


CHANGES = [
    row("company-changes", pages=["pay/levels.md"]),
    row("company-changes", id="b", happened="2026-04", headline="Pay", pages=["pay/levels.md"]),
    row("company-changes", id="c", topic="rewards", pages=["pay/method.md"]),
]


def test_a_page_lists_its_own_changes_the_newest_first(tmp_path: Path) -> None:
    html = unescape(macros.facts.page_changes(context(tmp_path, company_changes=CHANGES)))
    assert "2 changes" in html
    assert html.index("microsoft-changes/#b") < html.index("microsoft-changes/#a-move")
    assert "microsoft-changes/#c" not in html


def test_a_page_without_changes_cannot_ask_for_them(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no row for the page 'pay/by-level\.md'"):
        macros.facts.page_changes(context(tmp_path, "pay/by-level.md", company_changes=CHANGES))


def test_a_topic_shows_its_changes_alone(tmp_path: Path) -> None:
    changes = context(tmp_path, company_changes=CHANGES)
    html = unescape(macros.facts.company_changes(changes, topic="organization"))
    assert 'id="b"' in html and 'id="a-move"' in html and 'id="c"' not in html
    with pytest.raises(UnknownName, match="unknown topic 'rewrads'"):
        macros.facts.company_changes(context(tmp_path, company_changes=CHANGES), topic="rewrads")


def test_the_year_begins_in_july_and_ends_in_june(tmp_path: Path) -> None:
    marks = [row("fiscal-year", id="last", order=12, mark="It ends"), row("fiscal-year")]
    text = macros.facts.fiscal_year(context(tmp_path, fiscal_year=marks)).striptags()
    assert "July: The year begins. June: It ends." in text


def test_the_path_of_a_sale_is_drawn_and_described_in_order(tmp_path: Path) -> None:
    stages = [row("sales-stages", id="b", order=2, name="Design"), row("sales-stages")]
    html = macros.facts.sales_path(context(tmp_path, sales_stages=stages))
    assert html.count("<circle") == 2
    assert "1. Listen, led by: account team" in html.striptags()
    assert html.index("1. Listen") < html.index("2. Design")


def test_a_note_of_several_rows_is_told_once(tmp_path: Path) -> None:
    """Fifteen rows of one table carried the same three sentences."""
    of_several = {"note": "Copied from one document."}
    rows = [row("compensation", id=f"r{n}", **of_several) for n in range(3)]
    rows.append(row("compensation", id="r3", note="Its own."))
    html = unescape(macros.pay.compensation.single_figures(context(tmp_path, compensation=rows)))
    assert html.count("Copied from one document.") == 1
    assert html.count("See A") == 3 and html.count("Its own.") == 1
