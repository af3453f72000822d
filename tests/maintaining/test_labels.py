"""A pull request is labeled by what it touches, and nothing that it holds becomes more than a label of ours."""

from __future__ import annotations

import pytest

from maintaining.github.labels import labels_of, main
from tests.guides import PROJECT
from tests.maintaining.fake_github import FakeGitHub
from tests.maintaining.test_preview import EVENT, PULLS, pull

FILES, LABELS = "repos/org/guide/pulls/5/files", "repos/org/guide/issues/5/labels"


@pytest.mark.parametrize(
    ("paths", "labels"),
    [
        (["data/faq.yml"], {"data"}),
        (["docs/pay/levels.md", "data/levels.csv"], {"pages", "data"}),
        (["hooks/guide/pages/links.py", "Makefile"], {"code"}),
        ([".github/workflows/check.yml", ".ci/run"], {"workflows"}),
        (["data", "@everyone/x", "../data/x"], {"data", "code"}),
    ],
)
def test_the_folder_says_the_label(paths: list[str], labels: set[str]) -> None:
    assert labels_of(paths) == labels


def test_what_is_missing_is_added_and_what_is_there_stays(github: FakeGitHub) -> None:
    files = [{"filename": "docs/mistakes.md"}, {"filename": "data/mistakes.yml"}]
    github.set(
        {PULLS: [pull(5)], FILES: files, LABELS: [{"name": "pages"}, {"name": "urgent"}]}, {}
    )
    assert main(EVENT) == 0
    assert github.written == [("POST", LABELS, {"labels": ["data"]})]


def test_nothing_is_written_where_nothing_is_missing(github: FakeGitHub) -> None:
    github.set({PULLS: [pull(5)], FILES: [{"filename": "data/x"}], LABELS: [{"name": "data"}]}, {})
    assert main(EVENT) == 0
    assert github.written == []


def test_a_malformed_event_is_refused(github: FakeGitHub) -> None:
    assert main({**EVENT, "HEAD_SHA": "x"}) == 1
    assert github.state["asked"] == []


def test_the_labels_of_forms_and_folders_are_told_to_maintainers() -> None:
    text = (PROJECT / "MAINTAINING.md").read_text(encoding="utf-8")
    for label in ("data", "pages", "workflows", "code"):
        assert f"gh label create {label} " in text
