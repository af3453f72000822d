"""Cached macro calls equal what a page renders to, and whatever they depend on renders them again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from guide.pages.reading import read_pages
from guide.pages.repository import Repository
from guide.rows.loading import load_guide
from guide.rows.recalling import uncached
from guide.view.macros import MACROS
from guide.view.render import PLAIN, RenderedPages, Setting

from tests.guides import PROJECT, page_of

FORK = Setting(Repository.of("https://example.org/fork", "edit/main/docs/"))
NAME = "Marked-by-the-test"


class Answers:
    """A memory that never forgets, and counts what it had to store."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, ...], Any] = {}
        self.made: list[str] = []

    def recall(self, made_of: Iterable[str], make: Callable[[], Any]) -> Any:
        key = tuple(made_of)
        if key not in self.known:
            self.made.append(key[1])
            self.known[key] = make()
        return self.known[key]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that pages are rendered from."""
    copy = tmp_path_factory.mktemp("guide")
    for part in ("data", "docs", "overrides/components"):
        shutil.copytree(PROJECT / part, copy / part)
    for path in (*PROJECT.glob("*.yml"), *PROJECT.glob("*.md")):
        shutil.copy(path, copy)
    return copy


def rendered(root: Path, recall: Any, setting: Setting = PLAIN) -> dict[str, Any]:
    """By page: each call as a builder and a rule read it, the sources it cites, and its minutes."""
    pages = RenderedPages(load_guide(root), read_pages(root), MACROS, setting, recall)
    return {
        page.path: (
            [(call.html, call.words, call.fault) for call in pages.calls(page)],
            [source.id for source in pages.sources(page)],
            pages.minutes(page.path),
        )
        for page in pages
    }


@pytest.fixture(scope="module")
def answers(root: Path) -> Answers:
    """What a first build of the copy leaves."""
    found = Answers()
    assert rendered(root, found.recall) == rendered(root, uncached)
    return found


def test_remembered_pages_are_those_that_are_rendered(root: Path, answers: Answers) -> None:
    answers.made.clear()
    assert rendered(root, answers.recall) == rendered(root, uncached)
    assert answers.made == []


def test_of_a_page_that_shows_the_minutes_of_others_the_rest_is_remembered(
    answers: Answers,
) -> None:
    remembered = {key[1] for key in answers.known if key[0] == "calls"}
    assert {"index.md", "prepare/progress.md"} <= remembered


# What is edited, what is replaced in it, by what, and a page that must show it. Each reaches other pages than its own.
EDITS = [
    ("data/glossary.yml", "definition: ", f"definition: {NAME} ", "reference/glossary.md"),
    ("overrides/components/page_sources.html", "What the grades mean", NAME, "roles/pm.md"),
    ("mkdocs.yml", "- Choose a track: roles", f"- {NAME}: roles", "prepare/progress.md"),
    ("docs/pay/negotiate.md", "\n## ", f"\n{'word ' * 2_000}\n\n## ", "prepare/progress.md"),
]


@pytest.mark.long
def test_edits_reach_each_page_that_shows_them(root: Path, answers: Answers) -> None:
    before = rendered(root, answers.recall)
    texts = {path: (root / path).read_text(encoding="utf-8") for path, *_ in EDITS}
    try:
        for path, old, new, _ in EDITS:
            (root / path).write_text(texts[path].replace(old, new, 1), encoding="utf-8")
            after = rendered(root, answers.recall)
        assert after == rendered(root, uncached)
    finally:
        for path, text in texts.items():
            (root / path).write_text(text, encoding="utf-8")
    assert [page for *_, page in EDITS if after[page] == before[page]] == []


def test_an_edited_page_is_the_only_one_that_is_rendered_again(
    root: Path, answers: Answers
) -> None:
    file = root / "docs/loops/after.md"
    text = file.read_text(encoding="utf-8")
    answers.made.clear()
    file.write_text(text.replace("\n## ", f"\n{NAME}\n\n## ", 1), encoding="utf-8")
    try:
        rendered(root, answers.recall)
        assert set(answers.made) == {"loops/after.md"}
    finally:
        file.write_text(text, encoding="utf-8")


def test_an_edited_row_renders_the_pages_that_read_its_table_again(
    root: Path, answers: Answers
) -> None:
    file = root / "data/glossary.yml"
    text = file.read_text(encoding="utf-8")
    answers.made.clear()
    file.write_text(text.replace("definition: ", "definition: Another ", 1), encoding="utf-8")
    try:
        assert rendered(root, answers.recall) == rendered(root, uncached)
        assert "reference/glossary.md" in answers.made
        assert "pay/how-sure.md" not in answers.made
    finally:
        file.write_text(text, encoding="utf-8")


@pytest.mark.long
def test_a_question_that_moved_to_another_page_is_linked_there(
    root: Path, answers: Answers
) -> None:
    """A page that shows where each kind of question is reads what others call, and nothing else of them."""
    file, index = root / "docs/loops/after.md", "prepare/questions.md"
    text, before = file.read_text(encoding="utf-8"), rendered(root, answers.recall)
    call = '[[= question_list(track="both", category="behavioral") =]]'
    file.write_text(text.replace("\n## ", f"\n{call}\n\n## ", 1), encoding="utf-8")
    try:
        after = rendered(root, answers.recall)
        assert after == rendered(root, uncached)
        assert after[index] != before[index]
    finally:
        file.write_text(text, encoding="utf-8")


@pytest.mark.long
def test_a_page_that_is_gone_is_missed_by_those_that_lead_to_it(
    root: Path, answers: Answers
) -> None:
    """A component links to it; the page that holds the component is as it was."""
    gone, aside = root / "docs/reference/glossary.md", root / "glossary.txt"
    gone.rename(aside)
    try:
        found = rendered(root, answers.recall)
        faults = [fault for calls, *_ in found.values() for *_, fault in calls if fault]
        assert any("unknown page 'reference/glossary.md'" in fault for fault in faults)
        assert found == rendered(root, uncached)
    finally:
        aside.rename(gone)


@pytest.mark.long
def test_a_fork_has_its_own_links_and_a_later_day_finds_figures_grown_old(
    root: Path, answers: Answers
) -> None:
    for setting in (FORK, Setting(epoch="4102444800")):
        found = rendered(root, answers.recall, setting)
        assert found == rendered(root, uncached, setting)
        assert found != rendered(root, answers.recall)


def test_a_file_that_is_named_and_gone_is_missed(root: Path) -> None:
    """A page may name any file of the project."""
    named, recall = root / "note.txt", Answers().recall
    page = page_of("[[= file_link('note.txt') =]]")

    def fault() -> str:
        pages = RenderedPages(load_guide(root), [page], MACROS, FORK, recall)
        return next(pages.calls(page)).fault

    named.write_text("", encoding="utf-8")
    assert fault() == ""
    named.unlink()
    assert "unknown file 'note.txt'" in fault()


def test_any_macro_that_reads_the_minutes_of_another_page_shows_them_as_they_are(
    root: Path,
) -> None:
    """Also one that is not listed among those that show minutes."""
    other, recall = root / "docs/loops/after.md", Answers().recall
    macros = {"minutes": lambda context: str(context.minutes("loops/after.md"))}
    page, text = page_of("[[= minutes() =]]"), other.read_text(encoding="utf-8")

    def minutes() -> int:
        pages = RenderedPages(
            load_guide(root), [page, *read_pages(root)], macros | MACROS, PLAIN, recall
        )
        return int(next(pages.calls(page)).html)

    before = minutes()
    assert minutes() == before
    other.write_text(text + "\n" + "word " * 2_000, encoding="utf-8")
    try:
        assert minutes() == before + 10
    finally:
        other.write_text(text, encoding="utf-8")
