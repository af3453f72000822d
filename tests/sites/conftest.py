"""Fixtures of the tests that build small sites; the helpers are in tiny_site.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.tiny_site import Site, copy_of_guide


@pytest.fixture
def guide_copy(tmp_path: Path) -> Site:
    """A copy of the real guide, free to be broken."""
    return copy_of_guide(tmp_path / "guide")
