"""Event `on_files`: puts decks of cards on the site, for Anki and as CSV. Zensical runs no hooks and has none."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: Any) -> Files:
    """The files with `cards/*` added."""
    from guide.publish.decks import deck_files

    checked = config.plugins["macros"].checked
    for path, content in deck_files(
        checked.guide, list(checked.pages), config.site_url or ""
    ).items():
        files.append(File.generated(config, path, content=content))
    return files
