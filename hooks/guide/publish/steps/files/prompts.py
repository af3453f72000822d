"""The prompt packs and the skill folder, to save or copy."""

from __future__ import annotations

from ...downloads.prompts import prompt_files
from ...site import Site


def write_prompts(site: Site) -> None:
    """Writes `prompts/*`."""
    site.write_all(["prompts/"], [], lambda: prompt_files(site.guide))
