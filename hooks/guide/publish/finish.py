"""`guide finish`: turns the pages of any site builder into the published site."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..check.linter import Checked
from ..pages.settings import SiteSettings
from .feed import PATH as FEED
from .open_data import linkable_paths as data_paths
from .site import NotFinished, Site
from .steps import STEPS
from .steps.pages.content_policy import has_policy
from .swapping import StagedSite


def finish(site: Site) -> None:
    """Runs every step, in order, and writes the pages. Raises NotFinished or ProblemsFound."""
    for step in STEPS:
        step(site)
    site.save()
    # While serving, the file is written once, when the server ends.
    if site.is_preview:
        site.memory.end_build()
    else:
        site.memory.save()


def linkable_paths() -> list[str]:
    """Files that a step writes and a page may link to, for builders that need to know them in advance."""
    return [FEED, *data_paths()]


def finish_folder(built: Path, to: Path, checked: Checked, settings: SiteSettings) -> None:
    """Finishes a copy of the folder `built` and replaces `to` with it, all or nothing.

    Raises NotFinished, ProblemsFound, or OSError if the folders cannot be swapped.
    """
    expect_built_site(built)
    staged = StagedSite(str(to))
    staged.begin()
    try:
        shutil.copytree(built, staged.next, dirs_exist_ok=True)
        finish(Site(staged.next, checked, settings))
        staged.publish()
    finally:
        staged.discard()


def expect_built_site(built: Path) -> None:
    """Raises NotFinished for a folder that is not a built site, or that is finished already."""
    home = built / "index.html"
    if not home.is_file():
        raise NotFinished(
            f"{home} is not there. Name the folder that a builder made: guide finish site"
        )
    if has_policy(home.read_text(encoding="utf-8")):
        raise NotFinished(f"{built} is already finished. Build it again before you finish it.")
