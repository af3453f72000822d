"""The data as files to download.

CSV tables are copied from `data/` byte for byte, so that a reader can check every figure against its row. Each
table and picture has its metadata beside it, and `data/datapackage.json` names them all.
"""

from __future__ import annotations

from ...open_data import data_files
from ...site import Site


def write_data(site: Site) -> None:
    """Writes everything below `data/`."""
    url = site.settings.url
    site.write_all(["data/"], [url], lambda: data_files(site.guide, url))
