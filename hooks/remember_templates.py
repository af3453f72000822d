"""Caches the HTML that the theme's templates make of a page between builds.

All that a template is given is in the key: the page with its text, contents and neighbors, the menu with what each page
in it says of itself, every setting, and the project's templates. Each version of the libraries has its own
cache. A page whose context cannot be serialized is rendered in each build.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import singledispatch
from operator import attrgetter
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

# Attributes of a page that templates do not show, or that the menu has already.
NOT_SHOWN = {"markdown", "render", "links_to_anchors", "present_anchor_ids", "parent", "children"}
# The same for all pages of a build.
SHARED = {"page", "nav", "pages", "config"}


@event_priority(-1000)
def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """The environment, with templates that cache what they render."""
    from guide.publish.memory import memory_of

    env.template_class = RememberingTemplate
    env.recall = memory_of(config.plugins["macros"].checked.guide.root).recall
    env.shaped_by = ""  # the menu is only whole once all pages are read
    return env


class RememberingTemplate(jinja2.Template):
    """A template that caches rendered pages."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page, cached or rendered."""
        context = dict(*args, **kwargs)
        page = context.get("page")
        if page is None:
            return super().render(context)
        env: Any = self.environment
        env.shaped_by = env.shaped_by or shaped_by(context)
        key = ("template", self.name or "", env.shaped_by, page.content, own_part(context))
        return env.recall(key, lambda: super(RememberingTemplate, self).render(context))  # type: ignore[no-any-return]


def shaped_by(context: Mapping[str, Any]) -> str:
    """The hash of the context that all pages of a build share."""
    from guide.publish.unchanged import contents_of, settings_of
    from guide.rows.recalling import hash_of

    config = context["config"]
    hooks = [hook.__file__ for hook in config.hooks.values()]
    folders = [config.config_file_path, config.theme.custom_dir, *hooks]
    read = contents_of(Path(path) for path in folders if path)
    pages = [[file.src_uri, file.url] for file in context["pages"]]
    return hash_of(settings_of(config), read, _written([_items(context["nav"].items), pages]))


def own_part(context: Mapping[str, Any]) -> str:
    """The context of one page besides its content."""
    page = context["page"]
    around = [
        [_of_page(neighbor) for neighbor in (page.previous_page, page.next_page)],
        page.ancestors,
    ]
    own = [_of_page(page), page.toc.items if page.toc else []]
    return _written(
        [own, around, {key: value for key, value in context.items() if key not in SHARED}]
    )


def _items(items: Iterable[Any]) -> list[Any]:
    """The menu: each entry with what is below it."""
    return [
        [item.title, _items(item.children)] if item.children else _of_page(item) for item in items
    ]


def _of_page(item: Any) -> Any:
    """The attributes of a page, or of a link in the menu, that templates read, without its content."""
    if item is None:
        return None
    left_out = NOT_SHOWN | {"content", "toc", "previous_page", "next_page", "active"}
    shown = {key: value for key, value in vars(item).items() if key.lstrip("_") not in left_out}
    return [type(item).__name__, item.title, item.url, shown]


def _written(value: Any) -> str:
    return json.dumps(value, default=_parts)


@singledispatch  # which finds what a type is once
def _parts(value: Any) -> Any:
    """A value that is not JSON-serializable, by its parts."""
    # First: a tag has a name, and is iterable as well.
    if hasattr(value, "__dict__"):
        return vars(value)
    return list(value) if isinstance(value, Iterable) else repr(value)


_parts.register(Section, attrgetter("title"))
_parts.register(File, attrgetter("src_uri", "url"))
_parts.register(Page, attrgetter("title", "url"))
_parts.register(Mapping, dict)
