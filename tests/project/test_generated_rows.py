"""The rows that the benchmark generates are good ones, so that it measures loading and not the words of problems."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.linter import check_everything

from tests.bench import generating


def test_nothing_is_wrong_with_generated_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generating, "ROWS", 1_000)
    generating.generate(tmp_path / "many")
    assert check_everything(tmp_path / "many").problems == ()
