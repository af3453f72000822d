"""Event `on_files`: puts the data on the site as files to take along.

Tables of numbers are the ones in `data/`, byte for byte, so that a reader can check every figure against its row. Each
table and picture has its metadata beside it, and `data/datapackage.json` names them all.
"""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: Any) -> Files:
    """The files with everything below `data/` added."""
    from guide.publish.open_data import data_files

    for path, text in data_files(
        config.plugins["macros"].checked.guide, config.site_url or ""
    ).items():
        files.append(File.generated(config, path, content=text))
    return files
