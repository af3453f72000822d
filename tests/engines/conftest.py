"""The guide served once for the tests of a file, and a window of each engine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.server import serving
from tests.built.site import built_once
from tests.engines.chrome_112 import chrome_112
from tests.engines.driver import Driver
from tests.engines.firefox import firefox
from tests.engines.webkit import webkit

ENGINES: dict[str, Any] = {"firefox": firefox, "webkit": webkit, "chrome-112": chrome_112}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a copy of the built guide, which has one broken script that no page asks for."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(built_once(tmp_path_factory).root, folder, dirs_exist_ok=True)
    (folder / "assets" / "broken.js").write_text("throw new Error('broken on purpose');")
    with serving(folder) as url:
        yield url


@pytest.fixture(scope="module", params=ENGINES)
def browser(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[Driver]:
    """A window for all tests of an engine; a profile of its own."""
    folder: Path = tmp_path_factory.mktemp(request.param)
    engine: AbstractContextManager[Driver] = ENGINES[request.param](folder)
    with engine as window:
        yield window
