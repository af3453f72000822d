"""Events of a build under MkDocs and ProperDocs: hand the built site to `guide.publish.finish`, which does the rest.

* `on_config` gives the theme the site's path, so that its script is the same on pages at every depth, and removes the
  edit links of a site without a repository.
* `on_files` announces the files that pages link to and that are written later, so that MkDocs checks those links.
* `on_env` keeps the search plugin from reading pages for an index that would be discarded.
* `on_post_build`, after every other hook (-500), finishes the pages that the theme rendered.
* `on_shutdown` saves a server's cache; a build saves its own when it is done.
* `on_serve` allows the reload script, which MkDocs adds to each response with a number that differs each time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

# Inside the events, imports of the guide see its edits while serving.
RELOADS = "\nlivereload("

_commands: list[str] = []
_served: list[Any] = []  # the cache of a server's last build


def on_startup(*, command: str, **_: Any) -> None:
    """Notes whether the site is a preview: `serve --clean` asks for the site as a build makes it."""
    _commands[:] = [command]


def on_config(config: Any) -> Any:
    """The configuration with the site's path as the scope in which the theme stores a reader's choices."""
    if config.site_url:
        config.extra["scope"] = urlsplit(config.site_url).path
    if not config.repo_url:  # an empty REPO_URL: a path to edit leads nowhere without it
        config.edit_uri = None
    return config


def on_files(files: Files, *, config: Any) -> Files:
    """The files with those that a step writes and a page may link to, still empty."""
    from guide.publish.finish import linkable_paths

    for path in linkable_paths():
        files.append(File.generated(config, path, content=""))
    return files


def on_env(env: Any, *, config: Any, **_: Any) -> Any:
    """The environment unchanged; the search plugin is given no page."""
    # The theme's own has its name before it.
    search = [plugin for name, plugin in config.plugins.items() if name.endswith("search")]
    readers = config.plugins.events["page_context"]
    readers[:] = [read for read in readers if getattr(read, "__self__", None) not in search]
    return env


@event_priority(-500)
def on_post_build(*, config: Any) -> None:
    """Finishes the site. Raises PluginError with all that is wrong."""
    from guide.pages.settings import SiteSettings
    from guide.publish.finish import finish
    from guide.publish.site import NotFinished, Site
    from guide.rows.problems import ProblemsFound

    settings = SiteSettings(config.site_name, config.site_url or "", config.repo_url or "")
    checked = config.plugins["macros"].checked
    held = getattr(config, "held_files", None)  # from publish_whole_builds.py
    site = Site(Path(config.site_dir), checked, settings, "serve" in _commands, held)
    _served[:] = [site.memory] if site.is_preview else []
    try:
        finish(site)
    except (NotFinished, ProblemsFound) as error:
        raise PluginError(str(error)) from None


def on_shutdown() -> None:
    """Saves the cache of a server's builds."""
    for memory in _served:
        memory.save()


def on_serve(server: Any, **_: Any) -> Any:
    """The server, letting the reload script that it adds to a page run on that page."""
    from guide.publish.serving import rewriting_pages

    server.set_app(rewriting_pages(server.get_app() or server.serve_request, _allow_reloading))
    return server


def _allow_reloading(page: bytes) -> bytes:
    from guide.publish.content_policy import also_allowing, inline_scripts

    html = page.decode()
    reloads = [script for script in inline_scripts(html) if RELOADS in script]
    return also_allowing(html, reloads[-1]).encode() if reloads else page
