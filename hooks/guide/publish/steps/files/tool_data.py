"""The lists that the study tools read, as JSON made from the checked rows."""

from __future__ import annotations

from ...site import Site
from ...tool_data import tool_files


def write_tool_data(site: Site) -> None:
    """Writes `assets/tools/data/*.json`."""
    for name, text in tool_files(site.guide, site.checked.pages).items():
        site.write(f"assets/tools/data/{name}", text)
