"""What all study tools are made of, as one file: the library that draws them, the element, the reader's storage."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .bundling import ELSEWHERE, bundled, with_fingerprints

# With all that they import.
MADE_OF = ("assets/tools/vendor/lit.js", "assets/tools/shared/element.js")
NAME = "tools"
FROM = re.compile(r"""(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.[^"']+)\2""")


@dataclass(frozen=True)
class Shared:
    """The file, by its name, and the modules that are in it; both empty where a site has no tools."""

    modules: frozenset[str]
    files: dict[str, str]

    def is_used_by(self, group: Iterable[str], sources: Mapping[str, str]) -> bool:
        """Whether one of these modules draws something, at once or later. A line of text needs no library."""
        return bool(self.modules & set(MADE_OF) & set(_reached(group, sources)))

    def imported_by(self, sources: Mapping[str, str]) -> dict[str, str]:
        """The sources, with each import of a module of the file as one from ELSEWHERE."""
        return {path: self._redirected(path, text) for path, text in sources.items()}

    def found_in(self, text: str) -> str:
        """What the bundler wrote, with ELSEWHERE as the name of the file."""
        name = next(name for name in self.files if name.startswith(f"{NAME}."))
        return text.replace(f'"{ELSEWHERE}"', f'"./{name}"')

    def _redirected(self, path: str, text: str) -> str:
        def to(found: re.Match[str]) -> str:
            inside = _resolved(path, found[3]) in self.modules
            return f'{found[1]}"{ELSEWHERE}"' if inside else found[0]

        return FROM.sub(to, text)


def shared_by_tools(sources: Mapping[str, str]) -> Shared:
    """The file for the tools of these sources (path to text)."""
    if any(path not in sources for path in MADE_OF):
        return Shared(frozenset(), {})
    modules = _reached(MADE_OF, sources, later=False)
    made = bundled(NAME, modules, sources, take="export * from")
    return Shared(frozenset(modules), with_fingerprints(made))


def _reached(group: Iterable[str], sources: Mapping[str, str], later: bool = True) -> list[str]:
    """The modules that these import, themselves among them; also those that they import `later`, when needed."""
    found: list[str] = []
    waiting = list(group)
    while waiting:
        path = waiting.pop(0)
        if path in found or path not in sources:
            continue
        found.append(path)
        waiting += [
            _resolved(path, name)
            for how, _, name in FROM.findall(sources[path])
            if later or "(" not in how
        ]
    return found


def _resolved(path: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
