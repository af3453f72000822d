"""The summary of a pull request, in Markdown that is inert and bounded."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

from maintaining.compare.pages import changed_pages
from maintaining.compare.reading import read_page
from maintaining.compare.report import Comparison, summary
from maintaining.compare.weights import changed_weights
from tests.guides import row
from tests.maintaining.compare.comparisons import changes_between, page

HOSTILE = "```\n# Approved <script>x</script> [x](javascript:x) @admin \u202e"


def markup_outside_code(text: str) -> list[str]:
    """Token types that GitHub would act on, fences and code spans aside, and the sentences of our own."""
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)
    inner = [child for token in tokens for child in token.children or []]
    return [
        token.type
        for token in (*tokens, *inner)
        if token.type.startswith(("html", "link", "image"))
    ]


def test_hostile_text_stays_inside_fences_and_code_spans(tmp_path: Path) -> None:
    tables = changes_between(
        tmp_path,
        {"glossary": [row("glossary")]},
        {"glossary": [row("glossary", term=HOSTILE), row("glossary", id=HOSTILE)]},
    )
    before, after = (
        page("<p>One</p>"),
        page(f"<h2>{HOSTILE}</h2><table><tr><td>{HOSTILE}</td></tr></table>"),
    )
    pages = changed_pages(
        {"a/": read_page(before)}, {"a/": read_page(after), f"{HOSTILE}/": read_page(after)}
    )
    report = summary(Comparison(tables, pages, [HOSTILE], {"base": HOSTILE}))
    assert markup_outside_code(report) == []
    assert "\u202e" not in report
    headings = [line for line in report.splitlines() if line.startswith("#")]
    assert not [line for line in headings if line.startswith("# Approved")]


def test_an_empty_comparison_says_so() -> None:
    assert "Nothing: no row, no page" in summary(Comparison([], []))


def site_of(folder: Path, script: str) -> Path:
    """A built site of two pages that load this script, one of them as a tool."""
    for name, path in (("", "assets/core.js"), ("a/", "assets/tools/t.js")):
        way = "../" if name else ""
        html = f'<script src="{way}{path}"></script><link rel="next" href="x">{page(name)}'
        for file, text in ((f"{name}index.html", html), (path, script)):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
    return folder


def test_a_change_of_what_a_first_visit_costs_is_reported(tmp_path: Path) -> None:
    budgets = "bytes_beside_html: 30\nbytes_beside_html_with_tools: 900\nrequests: 2\n"
    file = tmp_path / "tests/built/budgets.yml"
    file.parent.mkdir(parents=True)
    file.write_text(budgets, encoding="utf-8")
    light, heavy = (site_of(tmp_path / name, text) for name, text in (("l", "a"), ("h", HOSTILE)))
    assert changed_weights(light, light, tmp_path) == []
    found = changed_weights(light, heavy, tmp_path)
    assert [each.budget for each in found] == ["bytes_beside_html", "bytes_beside_html_with_tools"]
    assert [each.page for each in found] == ["", "a/"]
    assert [each.is_over for each in found] == [True, False]
    assert all(0 < each.before < each.after for each in found)
    text = summary(Comparison([], [], weights=found))
    [over, within] = [line for line in text.splitlines() if line.startswith("| `bytes")]
    assert f"**{found[0].after}, too much** | 30 | `the home page` |" in over
    assert f"| {found[1].before} | {found[1].after} | 900 | `a/` |" in within


def test_facts_without_a_row_in_the_list_of_changes_are_pointed_out(tmp_path: Path) -> None:
    silent = changes_between(tmp_path / "1", {}, {"glossary": [row("glossary")]})
    report = changes_between(
        tmp_path / "2", {}, {"glossary": [row("glossary")], "changes": [row("changes")]}
    )
    beside = changes_between(tmp_path / "3", {}, {"synonyms": [row("synonyms")]})
    assert "has no new row" in summary(Comparison(silent, []))
    assert "has no new row" not in summary(Comparison(report, []))
    assert "has no new row" not in summary(Comparison(beside, []))


def test_code_beside_the_content_is_named_before_anything_else() -> None:
    report = summary(Comparison([], [], ["hooks/macros.py"]))
    assert "read these files before you trust it" in report
    assert "\n  hooks/macros.py\n" in report


def test_the_summary_is_bounded_and_says_what_it_left_out(tmp_path: Path) -> None:
    many = [row("glossary", id=f"term-{number}", definition="x" * 500) for number in range(200)]
    tables = changes_between(tmp_path, {}, {"glossary": many, "sources": [row("sources")]})
    whole = summary(Comparison(tables, []))
    assert "And 140 more rows, not shown." in whole
    small = summary(Comparison(tables, []), most_bytes=5_000)
    assert len(small.encode()) <= 5_000
    assert "**1 parts are left out**" in small
    assert "a-source: added" in small  # what is small still fits
