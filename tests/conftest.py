"""What all tests share: the real guide, read once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from guide.facts.freshness import data_date
from guide.pages.links import Links
from guide.pages.reading import read_pages
from guide.rows.loading import Guide, load_guide
from guide.view.components import Components
from guide.view.context import Context
from guide.view.macros import MACROS
from guide.view.render import RenderedPages
from hypothesis import HealthCheck, settings

from tests.guides import COMPONENTS, PROJECT

# Random cases are the same on every run, and a slow machine fails none; `make fuzz` draws others.
settings.register_profile(
    "same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")
# A browser, its driver or a server can lose a click, a key or a port on a busy machine. A fault of the guide fails the
# second time too, and what passed only then is listed in the summary.
DRIVES_ANOTHER_PROGRAM = tuple(
    PROJECT / "tests" / room for room in ("browser", "engines", "servers")
)

# Where single tests take a minute. They come first: begun last, one of them would go on alone while all else is done.
SLOW = tuple(
    PROJECT / "tests" / part
    for part in (
        "books",
        "offline",
        "sites",
        "fuzz/test_whole_builds.py",
        "built/test_reproducible.py",
    )
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts what is slow in front, and gives each test that drives another program one more try."""
    items.sort(key=lambda item: not any(item.path.is_relative_to(part) for part in SLOW))
    for item in items:
        if any(item.path.is_relative_to(room) for room in DRIVES_ANOTHER_PROGRAM):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def real_guide() -> Guide:
    """The rows of the project, read once for all tests; rows are frozen."""
    return load_guide(PROJECT)


@pytest.fixture(scope="session")
def real_pages(real_guide: Guide) -> RenderedPages:
    """The pages of the project, each read and rendered once for all tests."""
    return RenderedPages(real_guide, read_pages(PROJECT), MACROS)


@pytest.fixture
def context(real_guide: Guide, real_pages: RenderedPages) -> Context:
    """A page of the real guide on which nothing has been cited yet."""
    links = Links(PROJECT / "docs", "pay/by-level.md")
    components = Components(COMPONENTS)
    return Context(real_guide, components, links, data_date(real_guide), pages=real_pages)


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A folder with copies of the project's data, pages, components and what pages name, free to be broken."""
    for part in ("data", "docs", "hooks", "overrides/components"):
        shutil.copytree(PROJECT / part, tmp_path / part)
    shutil.copyfile(PROJECT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path
