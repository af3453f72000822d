"""The environment in which a page's macro calls run: our macros, and nothing else in reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..pages.calls import DELIMITERS


class Sandbox(ImmutableSandboxedEnvironment):
    """Knows the macros by name, no filter and no test. While serving, it compiles only pages that have changed."""

    def __init__(self, macros: Mapping[str, Callable[..., str]]) -> None:
        super().__init__(undefined=StrictUndefined, **DELIMITERS)
        self.globals = dict(macros)
        self.filters, self.tests = {}, {}

    def compile(self, source: Any, *_: Any, **__: Any) -> CodeType:  # type: ignore[override]
        """The code of a page. It holds the names of macros only, so each build can use it."""
        return _compiled(source)


@lru_cache(maxsize=512)  # all pages of a build
def _compiled(source: str) -> CodeType:
    return ImmutableSandboxedEnvironment.compile(Sandbox({}), source)
