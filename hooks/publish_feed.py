"""Events `on_files` and `on_env`: puts the feed of changes on the site, and tells the template that it is there.

As a file of the build, so that MkDocs itself checks the links of pages to it. Zensical runs no hooks and has no feed.
"""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: Any) -> Files:
    """The files with the feed added."""
    from guide.publish.feed import PATH, feed

    text = feed(config.plugins["macros"].checked.guide, config.site_name, config.site_url or "")
    files.append(File.generated(config, PATH, content=text))
    return files


def on_env(env: Any, **_: Any) -> Any:
    """The environment with `feed_path`, which main.html names in the head of each page."""
    from guide.publish.feed import PATH

    env.globals["feed_path"] = PATH
    return env
