"""While serving, a file that was saved without a change, or changed back, needs no rebuild: the site is there already.

`on_serve` runs at -150: around the builder of publish_whole_builds.py (-100), which raises for a failed build, and
inside that of show_problems_while_serving.py (-200), which then takes its problems off the pages. Contents are
compared, since an editor or git gives a file a new time without a new letter.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import mkdocs
from mkdocs.plugins import event_priority

log = logging.getLogger(f"{mkdocs.__name__}.hooks.serve")


@event_priority(-150)
def on_serve(server: Any, **_: Any) -> Any:
    """The server, which builds only what differs from the site it shows."""
    build, built_from = server.builder, [""]

    def build_what_changed() -> None:
        # Before the build: an edit during it is one more rebuild.
        found = _contents(server)
        if found == built_from[0]:
            log.info("Nothing differs from what is shown.")
            return
        build()
        built_from[0] = found

    server.builder = build_what_changed
    return server


def _contents(server: Any) -> str:
    """The hash of every file that can start a rebuild. `_watched_paths` is a private name; a test serves with this."""
    from guide.publish.unchanged import contents_of

    return contents_of(map(Path, server._watched_paths))
