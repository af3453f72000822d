"""The Jinja environment of a page's macro calls: our macros and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..pages.calls import DELIMITERS


class Sandbox(ImmutableSandboxedEnvironment):
    """Knows the macros by name, no filter and no test. It compiles only pages that have changed.

    `compiled` keeps the code of a page between builds, under the page's path.
    """

    def __init__(
        self,
        macros: Mapping[str, Callable[..., str]],
        compiled: BytecodeCache | None = None,
        path: str = "",
    ) -> None:
        super().__init__(undefined=StrictUndefined, **DELIMITERS)
        self.globals = dict(macros)
        self.filters, self.tests = {}, {}
        self._compiled, self._path = compiled, path

    def compile(self, source: Any, *_: Any, **__: Any) -> CodeType:  # type: ignore[override]
        """The code of a page. It holds the names of macros only, so each build can use it."""
        if self._compiled is None:
            return _code(source)
        # The bucket's checksum is of the page's text, so code of another text is not loaded.
        bucket = self._compiled.get_bucket(self, f"page {self._path}", None, source)
        if bucket.code is None:
            bucket.code = _code(source)
            self._compiled.set_bucket(bucket)
        return bucket.code


@lru_cache(maxsize=512)  # all pages of a build
def _code(source: str) -> CodeType:
    return ImmutableSandboxedEnvironment.compile(Sandbox({}), source)
