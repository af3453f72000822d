"""Renders components. The only place where the guide produces HTML."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from ..facts.wording import dollars, listed, plural, short_dollars, span, together, words

ELEMENT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
# Everything but letters, digits, spaces and `,;%` may be markup in Markdown or HTML. A space that does not break is
# written as an entity too, or it would be lost where a component becomes one line.
MARKS = re.compile(r"[^\w\s,;%]|[_\xa0]")
BREAKING_SPACES = re.compile(r"[^\S\xa0]+")


def inert(value: Any) -> Any:
    """Text that neither HTML nor Markdown can take for markup: every special character becomes a numeric entity.

    Autoescaping alone is not enough. Inside a list or a tab, Markdown reads the text between inline HTML tags again,
    so `*`, `|` or `[x](y)` in a row would become markup there. Newlines become spaces, since components are one line.
    """
    if value is None or isinstance(value, Markup):
        return value
    return _entities(str(value))


@lru_cache(maxsize=20_000)  # names and labels repeat
def _entities(text: str) -> Markup:
    # Where no space is of the other kind, `split` finds the same ones in less time.
    one_line = BREAKING_SPACES.sub(" ", text).strip() if "\xa0" in text else " ".join(text.split())
    return Markup(one_line.translate(_INERT))


class _Inert(dict[int, str]):
    """A table for `translate` that writes marks as entities; each character is looked up once."""

    def __missing__(self, code: int) -> str:
        mark = chr(code)
        self[code] = f"&#{code};" if MARKS.match(mark) else mark
        return self[code]


_INERT = _Inert()


def address(url: str) -> Markup:
    """A web address for an attribute. Numeric entities would double the size of a long list of links.

    Characters that are harmless inside a tag stay. The rest is percent-encoded, which gives the same address.
    """
    return Markup(quote(url, safe=":/.#?=&%+-").replace("_", "%5F").replace("&", "&amp;"))


def element(slug: str) -> Markup:
    """The name of a custom element, as in its tag: `practice-tool`. Raises ValueError for any other text."""
    if not ELEMENT.fullmatch(slug):
        raise ValueError(f"'{slug}' cannot name an element: a to z, digits and hyphens are allowed")
    return Markup(slug)


def plain(cell: str | Markup) -> str:
    """The text of a cell, without the markup of components."""
    return cell.striptags() if isinstance(cell, Markup) else cell


class Components:
    """The autoescaped templates in `overrides/components`, rendered to one line of HTML."""

    def __init__(self, folder: Path) -> None:
        self.environment = _environment(folder)
        # Looked up once, since each lookup checks the file for edits.
        self._templates: dict[str, Template] = {}

    def render(self, name: str, values: Mapping[str, Any]) -> Markup:
        """The component `name` as one line. Raises jinja2 errors for a missing value."""
        if name not in self._templates:
            self._templates[name] = self._template(name)
        html = self._templates[name].render(values)
        # One line keeps a component whole inside a list, a tab or an admonition.
        return Markup(" ".join(html.split()))

    def _template(self, name: str) -> Template:
        template = self.environment.get_template(name)
        # Jinja copies its globals for each rendering, which takes longer from a chain of dictionaries than from one.
        template.globals = dict(template.globals)
        return template


def compiled_templates(root: Path) -> FileSystemBytecodeCache | None:
    """Where compiled templates are cached between builds, as Python caches modules; None if it cannot be written."""
    folder = root / ".cache" / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    # Bytecode differs between versions of Python; Jinja marks the version inside the files.
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


# Compiling the templates takes longer than rendering them. One that was edited while serving is compiled again.
@lru_cache(maxsize=2)
def _environment(folder: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader(folder),
        bytecode_cache=compiled_templates(folder.parents[1]),
        autoescape=True,
        optimized=False,  # computing constants ahead takes longer than it saves: hardly a template has one
        finalize=inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
    )
    filters = (address, listed, plural, together, words, dollars, short_dollars, element)
    made.filters.update({function.__name__: function for function in filters})
    made.globals["span"] = span
    return made
