"""What readers ask leads to a place of the site, or the build says which row does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from guide.publish.search.documents import Document
from guide.publish.search.inverted_index import DIGITS, index_files
from guide.publish.search.query_titles import query_titles
from guide.rows.loading import load_guide
from guide.rows.problems import ProblemsFound

from tests.guides import PROJECT, guide_of, row

DOCUMENTS = [
    Document("", "", "page", "Start"),
    Document("pay/levels/", "", "page", "Level map"),
    Document("pay/levels/", "the-ladder", "section", "The ladder"),
]


def titles_with(root: Path, **changes: object) -> list[tuple[int, str]]:
    guide = guide_of(root, reader_questions=[row("reader-questions", **changes)])
    return query_titles(guide, DOCUMENTS)


def test_a_question_leads_to_its_page_or_place(tmp_path: Path) -> None:
    assert titles_with(tmp_path / "a", page="index.md") == [(0, "how much is it")]
    assert titles_with(tmp_path / "b", page="pay/levels.md", anchor="the-ladder")[0][0] == 2


def test_a_place_that_the_site_lacks_is_named_with_its_line_and_the_near_one(
    tmp_path: Path,
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        titles_with(tmp_path, page="pay/levels.md", anchor="the-lader")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("data/reader-questions.yml", 1)
    assert "Did you mean 'pay/levels/#the-ladder'?" in problem.message


def test_questions_are_found_and_never_shown() -> None:
    files = index_files(DOCUMENTS, [], {}, [(2, "Which grade am I")])
    core = json.loads(files["core.json"])
    assert core["queryTitles"] == DIGITS[2]
    assert "grade" in core["vocabulary"].split()
    assert not [name for name in files if name.startswith("texts/") and "grade" in files[name]]


def test_every_page_is_asked_for_in_words_of_readers() -> None:
    covered = {row.page for row in load_guide(PROJECT)["reader-questions"].values()}
    pages = {
        path.relative_to(PROJECT / "docs").as_posix() for path in (PROJECT / "docs").rglob("*.md")
    }
    assert pages - covered == set(), "give each of them a row in data/reader-questions.yml"
