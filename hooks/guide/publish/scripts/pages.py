"""Puts one script into pages in place of the modules that all of them load, and one for the tools of a page.

What all tools share (shared.py) is a file of its own, so that it is cached when a reader opens a second tool.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from ..html.loaded import Group, Joined, loaded_by, swapped
from .bundling import at_once, bundled, with_fingerprints
from .shared import Shared, shared_by_tools

MODULE = re.compile(
    r'<script(?: type="module" src="([^"]*?)(assets/[^"]+\.js)"'
    r'| src="([^"]*?)(assets/[^"]+\.js)" type="module")></script>'
)
# The theme's, and not what runs before the first paint.
CLASSIC = re.compile(r'<script src="((?:(?!before-theme)[^"])+)"></script>')
LOW = ' fetchpriority="low"'  # a page is read before it is worked: its style sheets come first
CORE = "core"
# Tools fetch their data relative to this folder: assets/tools/shared/data.js.
TOOLS = "assets/tools/shared/"
# The theme starts the worker by this name, and not as a module, so it is not renamed. What it loads has a
# fingerprint.
WORKER = "assets/search/worker.js"
ENGINE = "assets/search/engine.js"
# Runs before the first paint, so it is not a module.
EARLY = "assets/before-theme.js"


def with_bundles(
    pages: Mapping[str, str],
    sources: Mapping[str, str],
    cached: Callable[[str, Callable[[], str]], str] = lambda _, make: make(),
) -> Joined:
    """The pages (path to HTML) with their modules, which are among `sources` (path to text), joined.

    `cached(key, make)` may return an earlier result of `make()` for the same key.
    """
    loaded = loaded_by({path: _modules(html) for path, html in pages.items()}, sources)
    common, special = loaded.common, loaded.special
    groups = sorted({common, *loaded.special_groups} - {()})
    key = json.dumps([groups, common, sorted(sources.items())])
    made = json.loads(cached(key, lambda: json.dumps(_make(groups, common, sources))))
    tags = {group: made["tags"][str(place)] for place, group in enumerate(groups)}
    changed = {
        path: _with_scripts(html, [tags[g] for g in (common, special[path]) if g]).replace(
            EARLY, made["early"]
        )
        for path, html in pages.items()
    }
    replaced = frozenset(sources) - made["files"].keys() if groups else frozenset()
    return Joined(changed, made["files"], replaced)


def _modules(html: str) -> list[str]:
    return [first or second for _, first, _, second in MODULE.findall(html)]


def _make(groups: Sequence[Group], common: Group, sources: Mapping[str, str]) -> dict[str, Any]:
    """The files by path, by group the paths that a page loads, and the path of what runs before all."""
    shared = shared_by_tools(sources)
    without_shared = shared.imported_by(sources)
    files = {TOOLS + name: text for name, text in shared.files.items()}
    tags: dict[str, list[str]] = {}
    for place, group in enumerate(groups):
        name = CORE if group == common else PurePosixPath(group[-1]).stem
        folder = TOOLS if any(path.startswith("assets/tools/") for path in group) else "assets/"
        made = with_fingerprints(
            _with_shared(name, group, without_shared, shared)
            if shared.is_used_by(group, sources)
            else bundled(name, group, sources)
        )
        entry = next(file for file in made if file.startswith(f"{name}."))
        files |= {folder + file: text for file, text in made.items()}
        tags[str(place)] = [folder + file for file in (*at_once(made | shared.files, entry), entry)]
    early, before = _early(sources)
    return {"files": files | before | _search(sources), "tags": tags, "early": early}


def _with_shared(
    name: str, group: Group, without_shared: Mapping[str, str], shared: Shared
) -> dict[str, str]:
    """The files of a group that imports the shared file of the tools."""
    made = bundled(name, group, without_shared)
    return {path: shared.found_in(text) for path, text in made.items()}


def _early(sources: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The path of what runs before all, and its file."""
    if EARLY not in sources:
        return EARLY, {}
    ((name, text),) = with_fingerprints(
        bundled(PurePosixPath(EARLY).stem, [EARLY], sources)
    ).items()
    path = str(PurePosixPath(EARLY).with_name(name))
    return path, {path: text}


def _search(sources: Mapping[str, str]) -> dict[str, str]:
    """The worker of the search and what it loads."""
    if WORKER not in sources:
        return {}
    ((name, text),) = with_fingerprints(
        bundled("engine", [ENGINE], sources, take="export * from")
    ).items()
    worker = sources[WORKER].replace("./engine.js", f"./{name}")
    made = bundled("worker", [WORKER], {WORKER: worker})
    return {str(PurePosixPath(WORKER).with_name(name)): text, WORKER: made["worker.js"]}


def _with_scripts(html: str, groups: Sequence[Sequence[str]]) -> str:
    """The page with these files in place of its first module. Pages with a tool preload all of them in the head, after
    the style sheets: a browser's preload scanner stops at a policy in the page itself."""
    found = MODULE.search(html)
    if found is None:
        return html
    way = found[1] if found[1] is not None else found[3]
    run = "".join(
        f'<script type="module"{LOW} src="{way}{group[-1]}"></script>' for group in groups
    )
    classic = CLASSIC.findall(html)
    html = CLASSIC.sub(rf'<script{LOW} src="\1"></script>', swapped(html, MODULE, run))
    if all(len(group) == 1 for group in groups):
        return html
    head = html.find("<script")
    early = _preload_links(way, groups, classic)
    return html[:head] + early + html[head:]


def _preload_links(way: str, groups: Sequence[Sequence[str]], classic: Sequence[str]) -> str:
    """Links to what a page runs, in the order in which a tool waits for it."""
    scripts = [("preload", f' as="script" href="{src}"') for src in classic]
    modules = [("modulepreload", f' href="{way}{path}"') for group in groups for path in group]
    return "".join(f'<link rel="{rel}"{LOW}{rest}>' for rel, rest in scripts + modules)
