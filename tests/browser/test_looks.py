"""What is left out of the style sheets is missed by nothing: pages look as they do with whole sheets."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench.looks.comparing import compared
from tests.bench.looks.views import Visit, visits
from tests.browser.server import serving
from tests.built.site import SITE_URL
from tests.guides import PROJECT

# One of each kind: landing, loop, level ladder, charts, figures, cases, questions, claims, terms, tasks, data files.
PAGES = (
    *(
        "",
        "loops/pm/",
        "pay/levels/",
        "pay/by-level/",
        "roles/how-microsoft-sells/",
        "roles/side-by-side/",
    ),
    *("mistakes/", "prepare/case-design/", "prepare/questions-pm-product/", "reference/claims/"),
    *("reference/glossary/", "prepare/plan/", "contribute/data-dictionary/"),
)
# A build that leaves out nothing, and neither reads nor writes sheets that are made already.
WHOLE = """
from guide.publish.steps.pages import styles as step
from guide.publish.styles import sheets
step.cached = lambda cache, key, make: make()
leave_out = ["purged"] + [name for name in vars(sheets) if name.startswith("without_")]
assert len(leave_out) == 5, leave_out
for leaves_out in leave_out:
    setattr(sheets, leaves_out, lambda pieces, *_: tuple(pieces))
from mkdocs.__main__ import cli
cli()
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the guide with whole style sheets."""
    site = tmp_path_factory.mktemp("whole") / "site"
    env = os.environ | {"PYTHONPATH": "hooks", "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", WHOLE, "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=PROJECT, env=env, check=True, capture_output=True)
    assert sheet_bytes(site) > 150_000, "the theme's own sheets hold more than that"
    with serving(site) as address:
        yield address


def sheet_bytes(site: Path) -> int:
    return sum(sheet.stat().st_size for sheet in site.glob("assets/site.*.css"))


@pytest.mark.long
@pytest.mark.parametrize("visit", list(visits(PAGES)), ids=str)
def test_pages_look_the_same_as_with_complete_style_sheets(
    browser: Browser, address: str, whole: str, visit: Visit
) -> None:
    faults: list[str] = []
    for screen, elements, found in compared(browser, whole, address, visit):
        assert elements > 10, screen
        faults += (f"{screen}: {fault}" for fault in found[:5])
    assert not faults, "\n".join(faults)
