"""What several tests of this folder share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.maintaining.github.fake_github import FakeGitHub


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeGitHub:
    """A GitHub of files, reached through a `gh` that is first on PATH."""
    fake = FakeGitHub(tmp_path / "github")
    monkeypatch.setenv("PATH", f"{fake.bin}{os.pathsep}{os.environ['PATH']}")
    return fake
