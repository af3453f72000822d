"""What rules find is remembered: whatever a rule reads beside what its list says would be found too late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from guide.check.rule_runner import MOST_OF_A_KIND, run_rules
from guide.check.rules import PAGE_RULES, TEXT_RULES, Rule
from guide.pages.page import Page
from guide.publish.memory import Memory
from guide.rows.loading import Guide, load_guide
from guide.rows.problems import Problem
from guide.rows.recalling import uncached

from tests.check.rules.asking import Untouchable
from tests.guides import guide_of, page_of, row, write_tables

BAD = 'Pay rose by 12% somebody said. A "Windows10" of Microsoft is paid $5.\n\n| a | b |\n\n![x](https://x.y/z.png)\n'


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


def test_a_rule_looks_at_a_page_or_at_rows_once_as_long_as_they_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def noting(name: str) -> Callable[..., Any]:
        def rule(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
            asked.append(f"{name} {[page.path for page in pages]}")
            yield from () if name == "text" else guide["loops"].refused  # type: ignore[misc]

        return rule

    monkeypatch.setattr("guide.check.rule_runner.OTHER_RULES", ())
    monkeypatch.setattr("guide.check.rule_runner.ROW_RULES", (noting("rows"),))
    monkeypatch.setattr("guide.check.rule_runner.TEXT_RULES", (noting("text"),))
    monkeypatch.setattr("guide.check.rule_runner.PAGE_RULES", (noting("page"),))
    memory = Memory(tmp_path / "memory.txt", "1")
    guide = guide_of(tmp_path / "one")
    unread = guide_of(tmp_path / "two", glossary=[row("glossary")])
    other = guide_of(tmp_path / "three", loops=[row("loops")])
    pages = [page_of("One.", path="a.md"), page_of("Two.", path="b.md")]
    run_rules(guide, pages, memory.recall)
    asked.clear()
    run_rules(guide, pages, memory.recall)
    assert asked == []
    run_rules(guide, [pages[0], page_of("Three.", path="b.md")], memory.recall)
    assert asked == ["text ['b.md']", "page ['b.md']"]
    asked.clear()
    run_rules(unread, pages, memory.recall)
    assert asked == []
    run_rules(other, pages, memory.recall)
    assert asked == ["rows ['a.md', 'b.md']", "page ['a.md']", "page ['b.md']"]


def test_what_is_left_out_is_said_of_pages_together(tmp_path: Path) -> None:
    many = " ".join(["$5"] * (MOST_OF_A_KIND - 1))
    pages = [page_of(many, path="roles/pm.md"), page_of(many, path="roles/pmm.md")]
    memory = Memory(tmp_path / "memory.txt", "1")
    for _ in range(2):
        found = run_rules(guide_of(tmp_path / "guide"), pages, memory.recall)
        typed = [problem for problem in found if "typed by hand" in problem.message]
        assert len(typed) == MOST_OF_A_KIND
        assert typed[-1].message.endswith("More problems of this kind are left out here.")
