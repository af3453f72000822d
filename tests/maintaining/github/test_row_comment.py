"""The answer to a filled form is one comment under its issue, kept up to date, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from maintaining.github.row import MARKER, TOO_LONG, main
from tests.guides import PROJECT
from tests.maintaining.github.fake_github import FakeGitHub

COMMENTS = "repos/org/guide/issues/7/comments"
BOT = {"login": "github-actions[bot]"}
ANSWER = 'Ready:\n\n````yaml\n- id: x\n  note: "```\\n@everyone"\n````\n'


@pytest.fixture
def event(tmp_path: Path, github: FakeGitHub) -> dict[str, str]:
    github.set({COMMENTS: []}, {})
    (tmp_path / "row.md").write_text(ANSWER, encoding="utf-8")
    return {
        "GITHUB_REPOSITORY": "org/guide",
        "ISSUE": "7",
        "ANSWER": str(tmp_path / "row.md"),
    }


def test_an_answer_becomes_a_comment_and_an_edit_changes_it(
    github: FakeGitHub, event: dict[str, str]
) -> None:
    assert main(event) == 0
    assert github.written == [("POST", COMMENTS, {"body": f"{MARKER}\n{ANSWER}"})]
    assert main(event) == 0
    assert len(github.written) == 1  # the same answer is not written again
    Path(event["ANSWER"]).write_text("Another.\n", encoding="utf-8")
    assert main(event) == 0
    method, path, sent = github.written[-1]
    assert (method, path) == ("PATCH", "repos/org/guide/issues/comments/7")
    assert sent["body"] == f"{MARKER}\nAnother.\n"


def test_a_comment_of_someone_else_is_left_alone(github: FakeGitHub, event: dict[str, str]) -> None:
    github.set(
        {COMMENTS: [{"id": 1, "user": {"login": "stranger"}, "body": f"{MARKER}\nMine"}]}, {}
    )
    assert main(event) == 0
    assert [method for method, *_ in github.written] == ["POST"]


def test_an_issue_without_a_form_gets_no_comment(github: FakeGitHub, event: dict[str, str]) -> None:
    Path(event["ANSWER"]).write_text("", encoding="utf-8")
    assert main(event) == 0
    assert github.written == []


def test_an_answer_that_no_comment_can_hold_is_not_cut(
    github: FakeGitHub, event: dict[str, str]
) -> None:
    Path(event["ANSWER"]).write_text("x" * 70_000, encoding="utf-8")
    assert main(event) == 0
    assert github.written[0][2]["body"] == f"{MARKER}\n{TOO_LONG}"


@pytest.mark.parametrize(
    ("name", "value"), [("ISSUE", "7/../8"), ("ISSUE", ""), ("GITHUB_REPOSITORY", "a/b?c")]
)
def test_a_malformed_event_is_refused(
    github: FakeGitHub,
    event: dict[str, str],
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
) -> None:
    assert main({**event, name: value}) == 1
    assert github.written == []
    assert f"{name} is {value!r}" in capsys.readouterr().err


def test_a_refusal_of_github_is_reported(
    github: FakeGitHub, event: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    github.set({}, {})
    assert main(event) == 1
    assert "HTTP 404" in capsys.readouterr().err


def workflow() -> dict[str, Any]:
    text = (PROJECT / ".github/workflows/row.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def test_the_job_that_reads_untrusted_text_may_write_nothing() -> None:
    read = workflow()["jobs"]["read"]
    assert read["permissions"] == {"contents": "read"}
    assert "github.token" not in str(read)
    assert "event.issue" not in str(read), "the text comes as a file, not by an expression"


def test_the_job_that_may_comment_installs_nothing_and_may_write_nothing_else() -> None:
    comment = workflow()["jobs"]["comment"]
    assert comment["permissions"] == {"contents": "read", "issues": "write"}
    runs = [step["run"] for step in comment["steps"] if "run" in step]
    assert runs == ["make row-comment"]
    assert "secrets." not in str(workflow())
