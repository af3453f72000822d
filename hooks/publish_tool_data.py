"""Event `on_files`: puts the lists that the study tools read on the site, as JSON made from the checked rows."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: Any) -> Files:
    """The files with `assets/tools/data/*.json` added."""
    from guide.publish.tool_data import tool_files

    checked = config.plugins["macros"].checked
    for name, text in tool_files(checked.guide, checked.pages).items():
        files.append(File.generated(config, f"assets/tools/data/{name}", content=text))
    return files
