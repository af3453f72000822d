"""Events of a build: less work and memory for the builder, and the same pages.

* The plugin for macros does not ask git a dozen questions for variables that no page may use.
* The garbage collector runs less often: nearly everything a build makes is in use until its end, and then the process
  ends, so it does not look through all of that once more.
* A server reads mkdocs.yml again with the YAML library's faster half. It collects garbage once a rebuild is shown, when
  no one waits for it: else what dozens of builds made stays in memory.
* What tags of a page lead to is worked out once for each set of tags, and not for each page.
* A page's text and HTML are let go once the theme has rendered it.
* The theme's templates stay compiled between builds, as Python keeps its modules, and are listed without its 14,000
  pictures, which lie in a hidden folder: MkDocs looks at each of them, and leaves it out.

A builder without hooks, such as Zensical, makes the same pages without this.
"""

from __future__ import annotations

import gc
import os
import posixpath
import threading
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2
import yaml
from mkdocs import utils
from mkdocs.config import defaults
from mkdocs.plugins import event_priority
from mkdocs.utils.yaml import get_yaml_loader
from mkdocs_macros import context

# Objects that a rebuild makes before it collects garbage itself; an edit at three times the size makes a tenth.
MANY = 1_000_000
# Seconds from the end of a rebuild until garbage is collected.
MOMENT = 0.5


def on_startup(**_: Any) -> None:
    """Saves a tenth of a build's time, for one hundredth of its memory, and a dozen processes."""
    gc.set_threshold(100_000, 50, 100)
    vars(context)["get_git_info"] = dict


@event_priority(-3000)
def on_shutdown() -> None:
    """Saves a twentieth of a build's time: the interpreter looks at nothing that is frozen when it ends."""
    gc.freeze()


@event_priority(100)
def on_config(config: Any) -> Any:
    """The configuration with a faster theme."""
    root = Path(config.config_file_path).parent
    config.theme.get_env = partial(_environment, config.theme.get_env, root)
    return config


@event_priority(50)  # after the plugin has filled its listings
def on_env(env: Any, *, config: Any, **_: Any) -> Any:
    """The environment unchanged; the plugin for tags works out the same links once."""
    for name, plugin in config.plugins.items():
        if name.endswith("tags") and LinksOfTags.may_stand_for(plugin.listings):
            plugin.listings = LinksOfTags(plugin.listings)
    return env


@event_priority(-3000)
def on_post_page(output: str, *, page: Any, **_: Any) -> str:
    """The page as it was rendered; what it was rendered from is not needed any more."""
    page.markdown = page.content = ""  # no None: a page without a text has no title
    return output


class LinksOfTags:
    """The only list of topics of a site, as the plugin for tags asks it for the links of each page."""

    def __init__(self, listings: Any) -> None:
        self._listings = listings
        [self._listing] = listings
        self._links: dict[tuple[Any, ...], list[Any]] = {}

    @staticmethod
    def may_stand_for(listings: Any) -> bool:
        """Whether links depend on nothing but tags and whether the page holds the list itself."""
        return len(list(listings or ())) == 1 and not next(iter(listings)).config.scope

    def __and__(self, mapping: Any) -> list[Any]:
        """The page's tags with their links."""
        of_list = mapping.item == self._listing.page
        key = (of_list, *sorted(str(tag) for tag in mapping.tags))
        if key not in self._links:
            self._links[key] = list(self._listings & mapping)
        return self._links[key]


def on_serve(server: Any, **_: Any) -> Any:
    """The server, which reads mkdocs.yml faster from now on, and collects garbage between builds."""
    fast = getattr(yaml, "CLoader", yaml.Loader)  # where it was not compiled, as before
    vars(defaults)["get_yaml_loader"] = partial(get_yaml_loader, fast)
    vars(utils)["get_themes"] = get_themes = cache(utils.get_themes)  # those that are installed
    get_themes()  # now, before anyone waits for an edit
    gc.set_threshold(MANY)
    server.builder = _collecting_after(server.builder)
    return server


def _collecting_after(build: Callable[[], None]) -> Callable[[], None]:
    """The builder of a server; what it leaves is collected a moment later, unless there is a new edit by then."""
    waiting: list[threading.Timer] = []

    def build_and_collect() -> None:
        for timer in waiting:
            timer.cancel()
        try:
            build()
        finally:
            waiting[:] = [threading.Timer(MOMENT, gc.collect)]
            waiting[0].daemon = True
            waiting[0].start()

    return build_and_collect


class WithoutHidden(jinja2.FileSystemLoader):
    """Lists no file of a hidden folder, and finds it all the same."""

    def list_templates(self) -> list[str]:
        """The names of all others, in order."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, below, names in os.walk(root):
                below[:] = [name for name in below if not name.startswith(".")]
                inside = os.path.relpath(folder, root).replace(os.sep, "/")
                found.update(posixpath.normpath(f"{inside}/{name}") for name in names)
        return sorted(found)


def _environment(make: Callable[[], jinja2.Environment], root: Path) -> jinja2.Environment:
    """An environment of the theme, which finds templates that were compiled in an earlier build."""
    from guide.view.components import compiled_templates

    env = make()
    if isinstance(env.loader, jinja2.FileSystemLoader):
        env.loader = WithoutHidden(env.loader.searchpath)
    env.bytecode_cache = compiled_templates(root)
    env.optimized = False  # as for components
    return env
