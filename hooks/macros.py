"""Registers the guide's macros: a thin adapter between the `guide` package and the site builder.

MkDocs (by mkdocs-macros) loads this file by path once a build, Zensical once a page. The data is checked here, before
any page is built, and every problem is reported at once. Nothing here writes content.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

HOOKS = Path(__file__).resolve().parent
if str(HOOKS) not in sys.path:
    sys.path.insert(0, str(HOOKS))


def _newest_edit() -> int:
    """When the guide's code, or this file, was edited last."""
    folders = [(folder, names) for folder, _, names in os.walk(HOOKS / "guide")]
    files = [os.path.join(folder, name) for folder, names in folders for name in names]  # noqa: PTH118 - paths are slow
    code = (file for file in (*files, __file__) if file.endswith((".py", ".yml")))
    return max(os.stat(file).st_mtime_ns for file in code)  # noqa: PTH116


# While serving, Python caches imported modules; after an edit they must be imported again.
NEWEST_EDIT = _newest_edit()
if getattr(sys.modules.get("guide"), "LOADED_EDIT", NEWEST_EDIT) != NEWEST_EDIT:
    for name in [name for name in sys.modules if name.split(".")[0] == "guide"]:
        del sys.modules[name]

import guide  # noqa: E402
from guide.check.linter import checked_pages  # noqa: E402
from guide.facts.freshness import data_epoch  # noqa: E402
from guide.pages.repository import Repository  # noqa: E402
from guide.publish.between_builds import made_again  # noqa: E402
from guide.publish.memory import memory_of  # noqa: E402
from guide.rows.problems import ProblemsFound  # noqa: E402
from guide.view.expanding import Expander  # noqa: E402
from guide.view.macros import MACROS  # noqa: E402
from guide.view.render import RenderedPages, Setting  # noqa: E402
from guide.view.stand_ins import StandIns  # noqa: E402
from invocation import EPOCH, GIVEN_EPOCH  # noqa: E402

guide.LOADED_EDIT = NEWEST_EDIT  # type: ignore[attr-defined]


class MacroRunner:
    """Returns the HTML that the check has rendered for a page's macro calls."""

    def __init__(self, env: Any, pages: RenderedPages, stand_ins: StandIns | None = None) -> None:
        self.env = env
        self.stand_ins = stand_ins
        self.pages = {page.path: page for page in pages}
        self.rendered = pages
        self.answers: dict[str, dict[Any, Iterator[str]]] = {}

    def call(self, name: str, *args: Any, **kwargs: Any) -> str:
        """The text of this call on the page being built."""
        path = _path_of(self.env.page)
        if path not in self.answers:
            self.answers[path] = self._answers(path)
        html = next(self.answers[path][_key(name, args, kwargs)])
        return self.stand_ins.replace(html) if self.stand_ins else html

    def _answers(self, path: str) -> dict[Any, Iterator[str]]:
        """By call: its texts in page order, cycled, since a builder may render a page twice."""
        texts: dict[Any, list[str]] = {}
        for call in self.rendered.calls(self.pages[path]):
            texts.setdefault(_key(call.call.name, call.call.args, call.call.kwargs), []).append(
                call.html
            )
        return {key: cycle(found) for key, found in texts.items()}


class Reused:
    """In a server, the expander of a page, which expands macros only if they return something else than before."""

    def __init__(self, expander: Expander, runner: MacroRunner, path: str) -> None:
        self.expander, self.runner, self.path = expander, runner, path

    def __getattr__(self, name: str) -> Any:
        return getattr(self.expander, name)

    def from_string(self, source: str) -> SimpleNamespace:
        """What the plugin asks for the text of the page."""
        return SimpleNamespace(render=partial(self._text, source))

    def _text(self, source: str, **variables: Any) -> str:
        called = self.runner.rendered.calls(self.runner.pages[self.path])
        made_of = [source, repr(variables), *(call.html for call in called)]
        expand = partial(self._expanded, source, variables)
        text, replaced = made_again(f"expanded {self.path}", made_of, expand)
        if self.runner.stand_ins:
            self.runner.stand_ins.replaced[:] = replaced
        return text

    def _expanded(self, source: str, variables: dict[str, Any]) -> tuple[str, list[str]]:
        text = self.expander.expanded(source, **variables)
        return text, list(self.runner.stand_ins.replaced) if self.runner.stand_ins else []


def _path_of(page: Any) -> str:
    """MkDocs knows a page by its file, Zensical by its path."""
    return str(page.file.src_uri if hasattr(page, "file") else page.path)


def _key(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    return name, args, frozenset(kwargs.items())


def define_env(env: Any) -> None:
    """Called by the macros plugin: checks everything, then registers the macros. Problems end the build."""
    root = Path(env.project_dir)
    repository = Repository.of(env.conf.get("repo_url"), env.conf.get("edit_uri"))
    is_served = getattr(env, "is_served", False)  # by hooks/reuse_pages.py
    try:
        setting = Setting(repository, _is_mkdocs(env), GIVEN_EPOCH)
        memory = memory_of(root)
        memory.is_of_server = is_served
        checked = checked_pages(root, setting, memory.recall)
    except ProblemsFound as problems:
        _stop(problems)
    # Dates in the output come from the data and never from the clock, so that two builds of one commit are equal.
    if not GIVEN_EPOCH:
        os.environ[EPOCH] = str(data_epoch(checked.guide))
    # The hooks find the guide here: MkDocs hands them its configuration, which holds this plugin.
    env.checked = checked
    # Only if the hook that puts components back is active (hooks/reuse_pages.py).
    env.stand_ins = StandIns() if getattr(env, "puts_back", False) else None
    env.runner = runner = MacroRunner(env, checked.pages, env.stand_ins)
    for name in MACROS:
        env.macro(partial(runner.call, name), name)


def on_pre_page_macros(env: Any) -> None:
    """Called by mkdocs-macros before each page: its calls are put in, and nothing is evaluated.

    The plugin's own environment lets a page run shell commands, and compiles each page as a template. `_env` is a
    private name: the plugin's version is pinned, and a test calls this.
    """
    known = env.macros  # asks the plugin once for each page, not for each macro
    macros = {name: known[name] for name in MACROS}
    path = _path_of(env.page)
    expander = Expander(macros, env.runner.pages[path])
    is_served = getattr(env, "is_served", False)
    env._env = Reused(expander, env.runner, path) if is_served else expander
    env.variables.clear()
    env.variables["page"] = SimpleNamespace(meta={})


def _is_mkdocs(env: Any) -> bool:
    return hasattr(env, "render")


def _stop(problems: ProblemsFound) -> NoReturn:
    try:
        from mkdocs.exceptions import Abort
    except ImportError:
        raise problems from None
    raise Abort(f"\n{problems}") from None
