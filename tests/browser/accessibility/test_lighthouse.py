"""Lighthouse gives each kind of page 100 for accessibility, best practices and search engines."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import find_chromium
from tests.browser.conftest import FLAGS
from tests.guides import PROJECT

pytestmark = pytest.mark.long

SCRIPT = PROJECT / ".ci/clients/lighthouse.js"
CATEGORIES = ("accessibility", "best-practices", "seo")
# One page of each kind: landing, loop, figures, cases, questions, list of sources, and tools.
PAGES = (
    *("", "loops/pm/", "pay/by-level/", "mistakes/", "prepare/case-design/"),
    *("prepare/questions-pm-product/", "reference/claims/", "reference/sources/"),
    *("prepare/practice/", "pay/offer-calculator/", "contribute/data-dictionary/"),
)
PORT_FILE = "DevToolsActivePort"
SECONDS = 300


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The port of a Chromium that Lighthouse may drive."""
    profile = tmp_path_factory.mktemp("lighthouse")
    command = [str(find_chromium()), "--headless=new", *FLAGS, "--remote-debugging-port=0"]
    browser = subprocess.Popen(
        [*command, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield _port(browser, profile / PORT_FILE)
    finally:
        browser.terminate()
        browser.wait()


def _port(browser: subprocess.Popen[str], file: Path) -> str:
    """It says so in a line of what it prints, once the file with the number is there."""
    assert browser.stderr is not None
    for line in browser.stderr:
        if "DevTools listening" in line:
            return file.read_text(encoding="utf-8").splitlines()[0]
    raise AssertionError("Chromium ended before it named its port")


def test_lighthouse_finds_nothing(port: str, address: str) -> None:
    pages = [address + url for url in PAGES]
    done = subprocess.run(
        [".venv/bin/node", str(SCRIPT), port, ",".join(CATEGORIES), *pages],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(PAGES)
    assert [page for page in found if set(page["scores"].values()) != {100}] == []
    assert all(set(page["scores"]) == set(CATEGORIES) for page in found)
