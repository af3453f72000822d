"""Event `on_config`: says when an edited hook needs a restart of the server.

MkDocs loads hook files once per process and keeps them, so while serving it rebuilds after an edit of one but goes on
running the old code. `hooks/macros.py` and `hooks/guide/` are reloaded on every build, by macros.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

LOADED_HOOKS = {
    path: path.stat().st_mtime_ns
    for path in Path(__file__).resolve().parent.glob("*.py")
    if path.name != "macros.py"
}


def on_config(config: Any) -> Any:
    """The configuration unchanged; a line on the terminal for each hook that was edited or removed."""
    for path, loaded in LOADED_HOOKS.items():
        if not path.exists() or path.stat().st_mtime_ns != loaded:
            # Not a logged warning: under strict that would fail the build of a fine page.
            message = (
                f"hooks/{path.name} has changed. Stop the server and start it again to use it."
            )
            click.secho(message, fg="yellow", bold=True, err=True)
    return config
