"""What all tests share: the real guide, read once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from guide.facts.freshness import data_date
from guide.pages.links import Links
from guide.rows.loading import Guide, load_guide
from guide.view.components import Components
from guide.view.context import Context
from guide.view.macros import MACROS

from tests.guides import COMPONENTS, PROJECT


@pytest.fixture(scope="session")
def real_guide() -> Guide:
    """The rows of the project, read once for all tests; rows are frozen."""
    return load_guide(PROJECT)


@pytest.fixture
def context(real_guide: Guide) -> Context:
    """A page of the real guide on which nothing has been cited yet."""
    links = Links(PROJECT / "docs", "pay/by-level.md")
    return Context(real_guide, Components(COMPONENTS), links, data_date(real_guide), macros=MACROS)


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A folder with copies of the project's data, pages, components and what pages name, free to be broken."""
    for part in ("data", "docs", "hooks", "overrides/components"):
        shutil.copytree(PROJECT / part, tmp_path / part)
    shutil.copyfile(PROJECT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path
