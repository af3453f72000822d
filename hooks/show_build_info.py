"""Event `on_env`: hands the template the line that says which data and which commit the site is built from.

Zensical runs no hooks: its footer lacks the line.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError


def on_env(env: Any, *, config: Any, **_: Any) -> Any:
    """The environment with `build_info`, which main.html puts into the footer. Raises PluginError for a bad commit."""
    from guide.facts.freshness import data_date, spoken_date
    from guide.pages.build_info import build_info_of
    from guide.view.components import Components

    root = Path(config.config_file_path).parent
    try:
        info = build_info_of(root, os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from None
    address = (
        f"{config.repo_url.rstrip('/')}/commit/{info.commit}" if info and config.repo_url else ""
    )
    date = spoken_date(data_date(config.plugins["macros"].checked.guide))
    values = {"date": date, "info": info, "address": address}
    components = Components(root / "overrides" / "components")
    env.globals["build_info"] = components.render("build_info.html", values)
    return env
