"""Event `on_post_build`: puts the prompt packs on the site, for a reader to save or copy.

Not as files of the build, since MkDocs makes a page of everything whose name ends in `.md`. Zensical runs no hooks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any


def on_post_build(*, config: Any) -> None:
    """Writes the packs and the skill folder."""
    from guide.publish.prompts import prompt_files

    for name, content in prompt_files(config.plugins["macros"].checked.guide).items():
        path = Path(config.site_dir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
