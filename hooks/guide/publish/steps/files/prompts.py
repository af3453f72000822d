"""The prompt packs and the skill folder, to save or copy."""

from __future__ import annotations

from ...site import Site
from ...take_along.prompts import prompt_files


def write_prompts(site: Site) -> None:
    """Writes `prompts/*`."""
    site.write_all("prompts", [], lambda: prompt_files(site.guide))
