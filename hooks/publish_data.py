"""Event `on_files`: puts the pay tables on the site as files to download.

A reader can check every figure against its row, and the method page says how to reproduce the aggregates. The files
are the ones in `data/`, byte for byte.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: Any) -> Files:
    """The files with `data/*.csv` of the published tables added."""
    from guide.publish.schema_org import DATASET_FILES

    folder = Path(config.config_file_path).parent / "data"
    for name in DATASET_FILES:
        content = (folder / f"{name}.csv").read_bytes()
        files.append(File.generated(config, f"data/{name}.csv", content=content))
    return files
