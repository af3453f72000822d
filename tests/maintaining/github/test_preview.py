"""The comment on a pull request: one, up to date, on the right one, and made of nothing that the request wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from maintaining.github import api
from maintaining.github.preview import MARKER, main
from tests.maintaining.github.fake_github import FakeGitHub

SHA = "a" * 40
RUN = "https://github.com/org/guide/actions/runs/42"
EVENT = {
    "GITHUB_REPOSITORY": "org/guide",
    "GITHUB_SERVER_URL": "https://github.com",
    "RUN_ID": "42",
    "HEAD_SHA": SHA,
    "HEAD_OWNER": "stranger",
    "HEAD_BRANCH": "fix/a pay figure & more",
}
PULLS, COMMENTS = "repos/org/guide/pulls", "repos/org/guide/issues/5/comments"
ARTIFACTS = "repos/org/guide/actions/runs/42/artifacts"
BOT = {"login": "github-actions[bot]"}


def pull(number: int, sha: str = SHA) -> dict[str, Any]:
    return {"id": number, "number": number, "head": {"sha": sha}}


def fill(
    github: FakeGitHub, comments: list[Any], names: tuple[str, ...] = ("site", "summary")
) -> None:
    artifacts = [{"name": name, "id": 100 + place} for place, name in enumerate(names)]
    github.set(
        {PULLS: [pull(4, "b" * 40), pull(5)], COMMENTS: comments},
        {ARTIFACTS: {"artifacts": artifacts}},
    )


def test_the_first_run_writes_a_comment_with_both_links(github: FakeGitHub) -> None:
    fill(github, [])
    assert main(EVENT) == 0
    [(method, path, sent)] = github.written
    assert (method, path) == ("POST", COMMENTS)
    assert sent["body"].startswith(f"{MARKER}\nFor commit {SHA[:12]}:")
    assert f"[What changes for readers]({RUN})" in sent["body"]
    assert f"({RUN}/artifacts/100)" in sent["body"]
    assert f"({RUN}/artifacts/101)" in sent["body"]


def test_the_pull_request_is_found_by_the_branch_that_github_names(github: FakeGitHub) -> None:
    fill(github, [])
    main(EVENT)
    [address] = [path for path in github.state["requests"] if path.startswith(PULLS)]
    assert "state=open&head=stranger%3Afix%2Fa+pay+figure+%26+more&" in address


def test_a_later_run_updates_its_own_comment_and_no_other(github: FakeGitHub) -> None:
    others = [
        {"id": 1, "user": {"login": "stranger"}, "body": f"{MARKER}\nApproved."},
        {"id": 2, "user": BOT, "body": "Something else."},
        {"id": 3, "user": BOT, "body": f"{MARKER}\nFor an older commit."},
    ]
    fill(github, others)
    assert main(EVENT) == 0
    assert [each[:2] for each in github.written] == [("PATCH", "repos/org/guide/issues/comments/3")]
    assert main(EVENT) == 0
    assert len(github.written) == 1  # nothing changed, so nothing is written again


def test_a_run_for_an_older_commit_says_nothing(
    github: FakeGitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(github, [])
    assert main({**EVENT, "HEAD_SHA": "c" * 40}) == 0
    assert github.written == []
    assert "No open pull request has this commit" in capsys.readouterr().out


def test_a_fork_that_is_gone_has_no_pull_request(github: FakeGitHub) -> None:
    fill(github, [])
    assert main({**EVENT, "HEAD_OWNER": ""}) == 0
    assert github.written == []


def test_without_a_site_it_says_so(github: FakeGitHub) -> None:
    fill(github, [], names=("summary", "<b>site</b>"))
    main(EVENT)
    body = github.written[0][2]["body"]
    assert "There are no pages to look at" in body
    assert "<b>" not in body


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RUN_ID", "42/../../issues"),
        ("RUN_ID", "٤٢"),
        ("HEAD_SHA", f"{SHA}\n@everyone"),
        ("HEAD_SHA", ""),
        ("GITHUB_REPOSITORY", "org/guide/pulls?x="),
    ],
)
def test_a_malformed_event_is_refused(
    github: FakeGitHub, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    fill(github, [])
    assert main({**EVENT, name: value}) == 1
    assert github.state["requests"] == []
    assert f"{name} is {value!r}" in capsys.readouterr().err


def test_a_refusal_of_github_is_reported(
    github: FakeGitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(EVENT) == 1
    assert "HTTP 404" in capsys.readouterr().err


def test_without_gh_it_says_where_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(EVENT) == 1
    assert "https://cli.github.com" in capsys.readouterr().err


def test_a_github_that_does_not_answer_is_reported(
    github: FakeGitHub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(api, "SECONDS", 0.2)
    (github.bin / "gh").write_text("#!/bin/sh\nexec sleep 20\n")
    assert main(EVENT) == 1
    assert capsys.readouterr().err.endswith("no answer within 0.2 seconds.\n")
