"""A project for hostile files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guides import write_tables


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of empty tables and no pages."""
    write_tables(tmp_path)
    (tmp_path / "docs").mkdir()
    return tmp_path
