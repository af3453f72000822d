"""The imports of modules, found in their text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

# `from "./a.js"`, `import "./a.js"` and `import("./a.js")`: how, the quote, and the path.
FROM = re.compile(r"""(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.[^"']+)\2""")


def reached(group: Iterable[str], sources: Mapping[str, str], later: bool = True) -> list[str]:
    """The modules that these import, themselves among them; also those that they import `later`, when needed."""
    found: list[str] = []
    waiting = list(group)
    while waiting:
        path = waiting.pop(0)
        if path in found or path not in sources:
            continue
        found.append(path)
        waiting += [
            resolved(path, name) for how, name in _imports(sources[path]) if later or "(" not in how
        ]
    return found


def resolved(path: str, name: str) -> str:
    """Where the module `path` finds what it imports as `name`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


@lru_cache(maxsize=1_000)  # many tools import the same modules
def _imports(text: str) -> list[tuple[str, str]]:
    """Of each import: how it is written, and the path."""
    return [(how, name) for how, _, name in FROM.findall(text)]
