"""What rules find is remembered: whatever a rule reads beside what its list says would be found too late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from guide.check.rule_runner import MOST_OF_A_KIND, run_rules
from guide.check.rules import PAGE_RULES, TEXT_RULES, Rule
from guide.pages.page import Page
from guide.publish.memory import Memory
from guide.rows.loading import Guide, load_guide
from guide.rows.problems import Problem
from guide.rows.recalling import Recall, uncached

from tests.check.rules.asking import Untouchable
from tests.guides import guide_of, page_of, row, write_tables

BAD = 'Pay rose by 12% somebody said. A "Windows10" of Microsoft is paid $5.\n\n| a | b |\n\n![x](https://x.y/z.png)\n'
TWO_PAGES = [page_of("One.", path="a.md"), page_of("Two.", path="b.md")]


def name_of(rule: Rule) -> str:
    return rule.__module__.rpartition(".")[2]


@pytest.mark.parametrize("rule", TEXT_RULES, ids=name_of)
def test_a_rule_about_the_text_of_a_page_reads_no_rows(rule: Rule) -> None:
    found = list(rule(Untouchable(), [page_of(BAD, path="roles/pm.md")]))  # type: ignore[arg-type]
    assert all(problem.file == "docs/roles/pm.md" for problem in found)


@pytest.mark.parametrize("rule", (*TEXT_RULES, *PAGE_RULES), ids=name_of)
def test_a_rule_about_one_page_finds_the_same_in_one_and_in_several(
    tmp_path: Path, rule: Rule
) -> None:
    guide = guide_of(tmp_path, glossary=[row("glossary", not_written=["Windows10"])])
    pages = [page_of(BAD, path="roles/pm.md"), page_of("Good.", path="roles/pmm.md")]
    alone = [problem for page in pages for problem in rule(guide, [page])]
    assert list(rule(guide, pages)) == alone


def edits(tmp_path: Path) -> list[tuple[Guide, list[Page]]]:
    """A guide, and the same after an edit of a page, of a row, of both, and with rows that cannot be read."""
    term = row("glossary", term="Windows 10", not_written=["Win10"])
    said = row("partners", works_on="Ask somebody first.")
    first, second = tmp_path / "first", tmp_path / "second"
    plain, spoken = (
        guide_of(first, glossary=[term]),
        guide_of(second, glossary=[term], partners=[said]),
    )
    good, bad = page_of("Win10 is here.", path="roles/pm.md"), page_of(BAD, path="roles/pm.md")
    write_tables(tmp_path / "third", glossary=[{**term, "track": "no such track"}])
    refused = load_guide(tmp_path / "third")
    assert refused.problems
    return [
        (plain, [good]),
        (plain, [bad]),
        (spoken, [bad]),
        (spoken, [good, bad]),
        (refused, [bad]),
    ]


def test_after_any_edit_the_same_is_found_as_by_who_remembers_nothing(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.txt", "1")
    for guide, pages in edits(tmp_path) * 2:
        wanted = run_rules(guide, pages, uncached)
        assert wanted
        assert run_rules(guide, pages, memory.recall) == wanted


def noting_rule(
    kind: str, calls: list[str], *, reads_rows: bool
) -> Callable[..., Iterator[Problem]]:
    """A rule that finds nothing, and notes each of its calls with the pages it was given."""

    def rule(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
        calls.append(f"{kind} {[page.path for page in pages]}")
        yield from guide["loops"].refused if reads_rows else ()  # type: ignore[misc]

    return rule


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The calls of three rules that stand in for all: one about rows, one about texts, one about pages."""
    calls: list[str] = []
    for kind in ("row", "text", "page"):
        rule = noting_rule(kind, calls, reads_rows=kind != "text")
        monkeypatch.setattr(f"guide.check.rule_runner.{kind.upper()}_RULES", (rule,))
    monkeypatch.setattr("guide.check.rule_runner.OTHER_RULES", ())
    return calls


@pytest.fixture
def recall(tmp_path: Path, calls: list[str]) -> Recall:
    """Remembers what the three rules found about two pages and no rows."""
    recall = Memory(tmp_path / "memory.txt", "1").recall
    run_rules(guide_of(tmp_path / "first"), TWO_PAGES, recall)
    calls.clear()
    return recall


def test_nothing_is_checked_again_while_pages_and_rows_are_the_same(
    tmp_path: Path, calls: list[str], recall: Recall
) -> None:
    run_rules(guide_of(tmp_path / "again"), TWO_PAGES, recall)
    assert calls == []


def test_of_pages_only_the_edited_one_is_checked_again(
    tmp_path: Path, calls: list[str], recall: Recall
) -> None:
    edited = page_of("Three.", path="b.md")
    run_rules(guide_of(tmp_path / "again"), [TWO_PAGES[0], edited], recall)
    assert calls == ["text ['b.md']", "page ['b.md']"]


def test_an_edited_row_is_checked_only_by_rules_that_read_its_table(
    tmp_path: Path, calls: list[str], recall: Recall
) -> None:
    run_rules(guide_of(tmp_path / "unread", glossary=[row("glossary")]), TWO_PAGES, recall)
    assert calls == []
    run_rules(guide_of(tmp_path / "read", loops=[row("loops")]), TWO_PAGES, recall)
    assert calls == ["row ['a.md', 'b.md']", "page ['a.md']", "page ['b.md']"]


def test_what_is_left_out_is_said_of_pages_together(tmp_path: Path) -> None:
    many = " ".join(["$5"] * (MOST_OF_A_KIND - 1))
    pages = [page_of(many, path="roles/pm.md"), page_of(many, path="roles/pmm.md")]
    memory = Memory(tmp_path / "memory.txt", "1")
    for _ in range(2):
        found = run_rules(guide_of(tmp_path / "guide"), pages, memory.recall)
        typed = [problem for problem in found if "typed by hand" in problem.message]
        assert len(typed) == MOST_OF_A_KIND
        assert typed[-1].message.endswith("More problems of this kind are left out here.")
