"""The lists that the study tools read, as JSON made from the checked rows."""

from __future__ import annotations

from ...between_builds import called_by
from ...site import Site
from ...tool_data import tool_files


def write_tool_data(site: Site) -> None:
    """Writes `assets/tools/data/*.json`."""
    pages = site.checked.pages

    def files() -> dict[str, str]:
        found = tool_files(site.guide, pages)
        return {f"assets/tools/data/{name}": text for name, text in found.items()}

    site.write_all(["assets/tools/data/"], [called_by(pages)], files)
