"""Autosave for the list of changes, from the history of small repositories."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from guide.rows.models import Change
from guide.rows.readers.yaml_rows import yaml_rows

from maintaining.changes import main
from tests.guides import row, write_tables
from tests.maintaining.repositories import commit, start

LISTED = row("changes", id="listed", date="2026-01-02")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A repository whose list of changes was last touched when there was one term."""
    start(tmp_path)
    write_tables(tmp_path, glossary=[row("glossary")], changes=[LISTED])
    commit(tmp_path, "first")
    return tmp_path


def drafted(guide: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["--root", str(guide)]) == 0
    rows, problems = yaml_rows(capsys.readouterr().out, "drafts")
    assert problems == []
    return [raw.values for raw in rows]


def test_facts_that_are_not_listed_yet_become_rows(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = [row("glossary", definition="A better word"), row("glossary", id="b", term="Beta")]
    write_tables(guide, glossary=terms, changes=[LISTED])
    commit(guide, "second")
    pay = [row("compensation")]  # not committed yet
    write_tables(
        guide, glossary=terms, changes=[LISTED], compensation=pay, sources=[row("sources")]
    )
    assert [(each["id"], each["kind"], each["what"]) for each in drafted(guide, capsys)] == [
        ("compensation-pm-64-total-added", "added", "New in compensation: Senior PM."),
        ("glossary-b-added", "added", "New in glossary: Beta."),
        (
            "glossary-a-term-corrected",
            "corrected",
            'Corrected in glossary: Term. Definition was "A word", and is now "A better word".',
        ),
        ("sources-a-source-added", "added", "New in sources: A title."),
    ]


def test_a_row_taken_away_is_reported(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tables(guide, changes=[LISTED])
    [draft] = drafted(guide, capsys)
    assert (draft["kind"], draft["what"]) == ("removed", "No longer in glossary: Term.")


def test_drafts_are_rows_that_the_model_takes_once_the_page_is_named(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tables(guide, glossary=[row("glossary", id="x", term='A "b": *c* # d')], changes=[LISTED])
    for draft in drafted(guide, capsys):
        change = Change.model_validate({**draft, "page": "page.md"})
        assert change.date == dt.datetime.now(dt.UTC).date()


def test_the_page_is_the_one_of_the_last_build_that_shows_the_row(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (guide / "docs/reference").mkdir(parents=True)
    (guide / "docs/reference/glossary.md").write_text("")
    for page, anchor in (("other", "term-a-term-2"), ("reference/glossary", "term-a&#45;term")):
        (guide / "site" / page).mkdir(parents=True)
        (guide / "site" / page / "index.html").write_text(f'<dt id="{anchor}">Term</dt>')
    write_tables(guide, glossary=[row("glossary", term="T2")], changes=[LISTED])
    [draft] = drafted(guide, capsys)
    assert draft["page"] == "reference/glossary.md"


def test_many_rows_of_a_table_become_one(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = [row("glossary"), *(row("glossary", id=f"t{n}", term=f"T{n}") for n in range(30))]
    write_tables(guide, glossary=many, changes=[LISTED])
    [draft] = drafted(guide, capsys)
    assert draft["id"] == "glossary-30-rows-added"
    assert draft["what"] == "New in glossary: T0, T1, T2, T3, T4 and 25 more."


def test_what_is_listed_is_not_drafted_again(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An entry beside the facts, in one commit or later, covers them."""
    write_tables(guide, glossary=[row("glossary", term="T2")], changes=[LISTED, row("changes")])
    commit(guide, "both")
    write_tables(
        guide,
        glossary=[row("glossary", term="T2")],
        changes=[LISTED, row("changes")],
        synonyms=[row("synonyms")],
    )
    assert main(["--root", str(guide)]) == 0
    assert capsys.readouterr().out.startswith("No fact differs from commit ")


@pytest.mark.parametrize("has_git", [True, False])
def test_without_a_history_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], has_git: bool
) -> None:
    if has_git:
        start(tmp_path)
    assert main(["--root", str(tmp_path)]) == 1
    assert "git knows no commit of data/changes.yml" in capsys.readouterr().err
