"""A study tool's scripts import their own folder, what all tools share, and the published libraries: nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.guides import PROJECT

TOOLS = PROJECT / "overrides/assets/tools"
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'`](\.[^"'`]+)["'`]""")
COMMON = {"shared", "vendor"}
# What a folder may import beside itself.
ALLOWED = {"shared": {"vendor"}, "vendor": set()}


def stray_imports(tools: Path) -> list[str]:
    """Imports that leave their folder for one they must not know: ["cards/cards-tool.js: ../practice/saved.js"]."""
    stray = []
    for script in sorted(tools.rglob("*.js")):
        name = script.relative_to(tools)
        own = name.parts[0]
        for target in IMPORT.findall(script.read_text(encoding="utf-8")):
            path = (script.parent / target).resolve()
            folders = ALLOWED.get(own, COMMON) | {own}
            inside = any(path.is_relative_to(tools / folder) for folder in folders)
            if not inside or not path.is_file():
                stray.append(f"{name.as_posix()}: {target}")
    return stray


def test_no_tool_imports_another() -> None:
    assert list(TOOLS.glob("*/*-tool.js")), "no tool was found, so this proves nothing"
    assert stray_imports(TOOLS) == []


def test_every_script_lies_in_a_folder() -> None:
    assert [path.name for path in TOOLS.iterdir() if path.is_file()] == []


@pytest.mark.parametrize(
    "line",
    [
        'import { a } from "../practice/saved.js";',
        'const { a } = await import("../practice/saved.js");',
        'import "../../search/words.js";',
        'import { a } from "./no-such-file.js";',
    ],
)
def test_an_import_that_strays_is_found(tmp_path: Path, line: str) -> None:
    tools = tmp_path / "assets/tools"
    for name in ("tools/practice/saved.js", "tools/cards/cards-tool.js", "search/words.js"):
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(line if name.endswith("cards-tool.js") else "", encoding="utf-8")
    assert len(stray_imports(tools)) == 1
