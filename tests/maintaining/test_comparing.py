"""What a pull request changes for readers, reported in Markdown that is inert and bounded."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from maintaining.compare import checkout
from maintaining.compare.__main__ import main
from maintaining.compare.checkout import NoSuchBase, base_folder, commit_of, files_beside_content
from maintaining.compare.pages import PageChange, changed_pages, excerpt
from maintaining.compare.reading import read_page
from maintaining.compare.report import Comparison, summary
from maintaining.compare.rows import TableChange, changed_tables
from maintaining.compare.weights import changed_weights
from tests.guides import row, table_text, write_tables
from tests.maintaining.repositories import commit, git, start

HOSTILE = "```\n# Approved <script>x</script> [x](javascript:x) @admin \u202e"


def changes_between(tmp_path: Path, before: dict, after: dict) -> list[TableChange]:
    write_tables(tmp_path / "base", **before)
    write_tables(tmp_path / "head", **after)
    return changed_tables(tmp_path / "base", tmp_path / "head")


def page(content: str) -> str:
    return (
        f"<header>Menu {len(content)}</header><article class='md-content__inner'>{content}</article>"
        f"<footer>{content.upper()}</footer>"
    )


def change_of(before: str, after: str) -> PageChange:
    found = changed_pages({"a/": read_page(page(before))}, {"a/": read_page(page(after))})
    assert len(found) == 1
    return found[0]


# Rows


def test_new_removed_and_changed_rows_are_distinguished(tmp_path: Path) -> None:
    old = [row("glossary", id="kept"), row("glossary", id="gone"), row("glossary", id="same")]
    new = [
        row("glossary", id="same"),
        row("glossary", id="kept", term="T2"),
        row("glossary", id="new"),
    ]
    [table] = changes_between(tmp_path, {"glossary": old}, {"glossary": new})
    assert table.file == "data/glossary.yml"
    assert [(change.key, change.kind) for change in table.rows] == [
        *(("kept", "changed"), ("new", "added"), ("gone", "removed")),
    ]
    assert table.rows[0].cells == [("term", "Term", "T2")]


def test_a_change_of_order_alone_is_none(tmp_path: Path) -> None:
    rows = [row("glossary", id="a"), row("glossary", id="b")]
    assert changes_between(tmp_path, {"glossary": rows}, {"glossary": rows[::-1]}) == []


def test_a_list_of_texts_is_one_cell_and_a_list_of_groups_is_reported_by_place(
    tmp_path: Path,
) -> None:
    play = row("role-plays")
    turns = [dict(turn) for turn in play["turns"]]
    turns[1]["they_want"] = "Peace"
    changed = {**play, "good_path": ["Listen", "Ask"], "turns": turns}
    [table] = changes_between(tmp_path, {"role_plays": [play]}, {"role_plays": [changed]})
    assert table.rows[0].cells == [
        ("turns.2.they_want", "Time", "Peace"),
        ("good_path", "Ask", "Listen; Ask"),
    ]


def test_cells_of_a_table_of_numbers_are_compared_though_its_columns_changed(
    tmp_path: Path,
) -> None:
    write_tables(tmp_path / "base", compensation=[row("compensation")])
    write_tables(tmp_path / "head", compensation=[row("compensation", value=280000)])
    path = tmp_path / "base/data/compensation.csv"
    header, line = path.read_text().splitlines()
    path.write_text(f"{header},old_column\n{line},gone\n")
    [table] = changed_tables(tmp_path / "base", tmp_path / "head")
    assert table.rows[0].cells == [("value", "274000", "280000"), ("old_column", "gone", None)]


def test_a_key_given_twice_loses_no_row(tmp_path: Path) -> None:
    twice = [row("glossary", id="a"), row("glossary", id="a", term="Other")]
    [table] = changes_between(tmp_path, {"glossary": twice[:1]}, {"glossary": twice})
    assert [(change.key, change.kind) for change in table.rows] == [("a (2)", "added")]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"- [a", b"- id: &x a\n", b""])
def test_a_file_that_cannot_be_read_is_reported_with_its_problem(
    tmp_path: Path, content: bytes
) -> None:
    for side in ("base", "head"):
        write_tables(tmp_path / side, glossary=[row("glossary")])
    (tmp_path / "head/data/glossary.yml").write_bytes(content)
    [table] = changed_tables(tmp_path / "base", tmp_path / "head")
    assert table.problems
    assert "Not all of it could be read" in summary(Comparison([table], []))


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    for side in ("base", "head"):
        write_tables(tmp_path / side)
    (tmp_path / "secret").write_text("- id: secret\n  term: password\n")
    (tmp_path / "head/data/glossary.yml").unlink()
    (tmp_path / "head/data/glossary.yml").symlink_to(tmp_path / "secret")
    [table] = changed_tables(tmp_path / "base", tmp_path / "head")
    report = summary(Comparison([table], []))
    assert "symbolic link" in report
    assert "password" not in report


# Pages


def test_words_are_shown_with_the_words_around_them() -> None:
    sentence = " ".join(f"w{number}" for number in range(40))
    before, after = excerpt((sentence, sentence.replace("w20", "new")))
    assert before == "… w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 …"
    assert after == str(before).replace("w20", "new")


def test_only_the_content_of_a_page_counts() -> None:
    same = changed_pages({"": read_page(page("<p>One</p>"))}, {"": read_page(page("<p>One</p>"))})
    assert same == []
    assert change_of("<p>One</p>", "<p>Two</p>").text == [("One", "Two")]


def test_text_that_every_page_repeats_is_left_out() -> None:
    links = '<span class="row-links"><a href="x">Edit</a></span>'
    cell = '<table><tr><td><span class="guide-table__label">Pay</span> 1</td></tr></table>'
    read = read_page(page(f"<h2>One<a class='headerlink'>¶</a></h2><p>Two {links}</p>{cell}"))
    assert read.text == ["One", "Two"]
    assert [block.lines for block in read.blocks] == [["1"]]


def test_a_number_of_a_citation_is_no_change_and_its_source_is_one() -> None:
    cite = '<p>Pay <a class="cite" href="#source-{}"><span class="cite__number">{}</span></a></p>'
    first, moved = read_page(page(cite.format("a", 1))), read_page(page(cite.format("a", 2)))
    assert changed_pages({"": first}, {"": moved}) == []
    assert change_of(cite.format("a", 1), cite.format("b", 1)).text == [("Pay [a]", "Pay [b]")]


def test_a_citation_of_several_sources_is_read_by_the_list_at_its_numbers() -> None:
    mark = '<p>Pay <a class="cite cite--group" href="#source-a"><i>[{}]</i> <span>2 sources</span></a></p>'
    entries = "".join(f'<li class="source" id="source-{each}">x</li>' for each in "abc")
    listing = f'<div class="page-sources"><ol>{entries}</ol></div>'
    pair, other = (read_page(page(mark.format(each) + listing)) for each in ("1, 2", "1, 3"))
    assert (pair.text[0], other.text[0]) == ("Pay [a, b]", "Pay [a, c]")


def test_a_table_is_reported_by_its_rows_below_its_header() -> None:
    table = "<h2>Pay</h2><table><tr><th>Level</th><th>Pay</th></tr>{}</table>"
    lines = "<tr><th>63</th><td>1</td></tr><tr><th>64</th><td>{}</td></tr>"
    change = change_of(table.format(lines.format(2)), table.format(lines.format(3)))
    [block] = change.blocks
    assert (block.kind, block.place, block.head) == ("table", "Pay", "Level | Pay")
    assert block.lines == [("64 | 2", "64 | 3")]
    assert change.text == []


def test_a_picture_is_reported_by_its_words_and_an_ornament_is_not() -> None:
    picture = "<svg><title>Pay by level</title><desc>A chart</desc><text>{}</text></svg><svg><path/></svg>"
    change = change_of(picture.format("$1K"), picture.format("$2K"))
    [block] = change.blocks
    assert (block.kind, block.place, block.lines) == ("picture", "Pay by level", [("$1K", "$2K")])


def test_pages_that_come_and_go_are_reported() -> None:
    one = read_page(page("<p>One</p>"))
    found = changed_pages({"old/": one}, {"new/": one})
    assert [(change.path, change.kind) for change in found] == [
        ("new/", "added"),
        ("old/", "removed"),
    ]


# The summary


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


# Bases


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project of two commits, the first tagged `before`, and one file that is not committed."""
    write_tables(tmp_path, glossary=[row("glossary")])
    (tmp_path / "mkdocs.yml").write_text("site_name: Tiny\n")
    start(tmp_path)
    commit(tmp_path, "first")
    git(tmp_path, "tag", "before")
    (tmp_path / "data/glossary.yml").write_text(
        table_text("glossary", [row("glossary", term="T2")])
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: Tiny two\n")
    commit(tmp_path, "second")
    (tmp_path / "new.py").write_text("")
    return tmp_path


def test_a_commit_is_unpacked_as_it_was(repository: Path) -> None:
    with base_folder("before", repository) as base:
        [table] = changed_tables(base, repository)
        assert table.rows[0].cells == [("term", "Term", "T2")]
    assert not base.exists()
    assert files_beside_content("before", repository) == ["mkdocs.yml", "new.py"]


@pytest.mark.parametrize(
    "base", ["no-such-branch", "--upload-pack=x", "", "$(touch x)", "before; ls"]
)
def test_an_unknown_base_is_an_error_that_says_what_helps(repository: Path, base: str) -> None:
    with pytest.raises(NoSuchBase, match="make compare BASE=main"):
        commit_of(base, repository)


def test_outside_of_git_a_commit_is_no_base(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--base", "main", "--root", str(tmp_path)]) == 2
    assert "neither a folder" in capsys.readouterr().err


def test_sides_that_do_not_build_are_reported_and_the_rows_still_compared(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tiny project has no pages at all, so neither version builds."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(repository / "job.md"))
    assert main(["--base", "before", "--root", str(repository)]) == 1
    report = capsys.readouterr().out
    assert "The base does not build here" in report
    assert "The change does not build here" in report
    assert "- term: Term\n+ term: T2" in report
    assert (repository / "build/compare.md").read_text() == report.removesuffix("\n")
    assert (repository / "job.md").read_text() == report.removesuffix("\n")


def test_a_build_that_does_not_end_is_stopped_and_reported(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkout, "BUILD_SECONDS", 0.01)
    with pytest.raises(checkout.DoesNotBuild, match=r"Stopped after 0\.01 seconds"):
        checkout.build(repository, repository / "site")
