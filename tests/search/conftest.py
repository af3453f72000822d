"""The built guide, for every test of this folder."""

from __future__ import annotations

import pytest

from tests.built.site import BuiltSite, built_once


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real guide, built once for all tests of the run."""
    return built_once(tmp_path_factory)
