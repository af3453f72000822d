"""The site's settings from mkdocs.yml, for commands that run without a site builder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..rows.problems import Problem
from ..rows.readers.files import merge_fault
from ..rows.readers.settings import LOADER
from ..rows.readers.yaml_rows import yaml_problem

FILE = "mkdocs.yml"


@dataclass(frozen=True)
class SiteSettings:
    """The site's name, its address with a slash at the end, and where its repository is; empty for none."""

    name: str
    url: str = ""
    repo_url: str = ""
    edit_uri: str = ""


def settings_problems(root: Path) -> list[Problem]:
    """Why mkdocs.yml cannot be read, and how to fix it; empty if it can. It holds the menu."""
    path = root / FILE
    return list(
        _problems_in(path.read_text(encoding="utf-8", errors="replace") if path.exists() else "")
    )


@lru_cache(maxsize=2)  # while serving it is read in each rebuild
def _problems_in(text: str) -> tuple[Problem, ...]:
    if found := merge_fault(text):
        return (Problem(FILE, text.count("\n", 0, found[0]) + 1, "", "", found[1]),)
    try:
        yaml.compose(text, LOADER)
    except yaml.YAMLError as error:
        return (yaml_problem(FILE, error),)
    return ()


def site_settings(root: Path, environment: Mapping[str, str]) -> SiteSettings:
    """The settings of the project below `root`, with `!ENV` filled from `environment`."""

    class Reader(LOADER):  # type: ignore[misc, valid-type]
        """A safe loader that knows `!ENV [NAME, default]` and reads any other tag as nothing."""

    Reader.add_constructor(
        "!ENV", lambda loader, node: _from_environment(loader, node, environment)
    )
    Reader.add_multi_constructor("!", lambda *_: None)
    settings: dict[str, Any] = yaml.load((root / FILE).read_text(encoding="utf-8"), Reader)
    url = settings.get("site_url") or ""
    return SiteSettings(
        settings["site_name"],
        f"{url.rstrip('/')}/" if url else "",
        settings.get("repo_url") or "",
        settings.get("edit_uri") or "",
    )


def _from_environment(loader: Any, node: yaml.Node, environment: Mapping[str, str]) -> Any:
    """The first variable that is set; of a list, the last entry is the default."""
    if isinstance(node, yaml.ScalarNode):
        return environment.get(loader.construct_scalar(node))
    *names, default = loader.construct_sequence(node)
    return next((environment[name] for name in names if name in environment), default)
