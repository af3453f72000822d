"""The code that all study tools share, as one file: the rendering library, the base element, the storage.

Its exports have short names, and each file has one import from it. The bundler would repeat the long names for every
module, 0.2 kB in the shared file and as much in a tool.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from string import ascii_letters

from .bundling import ELSEWHERE, bundled, with_fingerprints
from .imports import FROM, reached, resolved

# With everything that they import.
ENTRY_MODULES = ("assets/tools/vendor/lit.js", "assets/tools/shared/element.js")
NAME = "tools"
# As the bundler writes them: `export{a as html,b};`, once and last, and `import{html as c}from"elsewhere";`.
EXPORTED = re.compile(r"\bexport\{([^{}]*)\};?\s*$")
IMPORTED = re.compile(rf'\bimport\{{([^{{}}]*)\}}from"{ELSEWHERE}";')


@dataclass(frozen=True)
class Shared:
    """The file, by its name, the modules that are in it, and what its exports are called by their names in the modules;
    all empty where a site has no tools."""

    modules: frozenset[str]
    files: dict[str, str]
    names: dict[str, str]

    def is_used_by(self, group: Iterable[str], sources: Mapping[str, str]) -> bool:
        """Whether one of these modules imports from it, now or later. Plain text needs no library."""
        return bool(self.modules & set(ENTRY_MODULES) & set(reached(group, sources)))

    def imported_by(self, sources: Mapping[str, str]) -> dict[str, str]:
        """The sources, with each import of a module of the file as one from ELSEWHERE."""
        return {path: self._redirected(path, text) for path, text in sources.items()}

    def found_in(self, text: str) -> str:
        """What the bundler wrote, with all that it takes from ELSEWHERE as one import from the file.

        Raises ValueError for a name that the file does not export, and for an `import()` of what is always there.
        """
        wanted = [pair for found in IMPORTED.findall(text) for pair in _pairs(found)]
        if missing := [name for name, _ in wanted if name not in self.names]:
            raise ValueError(f"{', '.join(missing)}: no module that tools share exports that")
        rest = IMPORTED.sub("", text)
        if f'import("{ELSEWHERE}")' in rest:
            raise ValueError(
                "import() of a module that tools share: it is there, so import it above"
            )
        name = next(name for name in self.files if name.startswith(f"{NAME}."))
        taken = ",".join(f"{self.names[name]} as {local}" for name, local in wanted)
        first = f'import{{{taken}}}from"./{name}";' if taken else ""
        return first + rest.replace(f'"{ELSEWHERE}"', f'"./{name}"')

    def _redirected(self, path: str, text: str) -> str:
        def to(found: re.Match[str]) -> str:
            inside = resolved(path, found[3]) in self.modules
            return f'{found[1]}"{ELSEWHERE}"' if inside else found[0]

        return FROM.sub(to, text)


def shared_by_tools(sources: Mapping[str, str]) -> Shared:
    """The file for the tools of these sources (path to text)."""
    if any(path not in sources for path in ENTRY_MODULES):
        return Shared(frozenset(), {}, {})
    modules = reached(ENTRY_MODULES, sources, later=False)
    made = bundled(NAME, modules, sources, take="export * from")
    made[f"{NAME}.js"], names = _with_short_exports(made[f"{NAME}.js"])
    return Shared(frozenset(modules), with_fingerprints(made), names)


def _with_short_exports(text: str) -> tuple[str, dict[str, str]]:
    """The file with other names for its exports, and these by the old ones."""
    found = EXPORTED.search(text)
    exports = [(name, local) for local, name in _pairs(found[1])] if found else []
    letters = (first + second for first, second in product(("", *ascii_letters), ascii_letters))
    names = {name: short for (name, _), short in zip(exports, letters, strict=False)}
    written = ",".join(f"{local} as {names[name]}" for name, local in exports)
    return EXPORTED.sub(lambda _: f"export{{{written}}};", text), names


def _pairs(specifiers: str) -> list[tuple[str, str]]:
    """What is between the braces: "a as b,c" has ("a", "b") and ("c", "c")."""
    pairs = [
        specifier.strip().partition(" as ")
        for specifier in specifiers.split(",")
        if specifier.strip()
    ]
    return [(name, other or name) for name, _, other in pairs]
