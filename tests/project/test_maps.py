"""What README, CONTRIBUTING and MAINTAINING name exists, and the map of the README leaves no folder out."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.guides import PROJECT

DOCUMENTS = (
    *("README.md", "CONTRIBUTING.md", "MAINTAINING.md", "SECURITY.md", ".github/WALKS.md"),
    *("tests/bench/README.md", "tests/search/README.md"),
)
PARTS = ("data", "docs", "hooks", "maintaining", "overrides", "deploy", "tests", ".github", ".ci")
CODE = re.compile(r"`([^`\s]+)`")
IN_CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.M | re.S)
COMMAND = re.compile(r"\bmake ([a-z][a-z-]*(?: [a-z][a-z-]*)*)")
TARGET = re.compile(r"^([a-z][a-z-]*):(?!=)", re.M)
MODULE = re.compile(r"\btests\.bench\.\w+")
LINK = re.compile(r"\]\(([^)#\s]+)\)")
SUFFIX = re.compile(r"\.(?:css|csv|html|js|json|md|py|toml|txt|yml)$")
# What a build, a test or a publication makes.
MADE = (".cache/", "build/", "site/", "build", "site", "checksums.txt", "offline.json")


def named_paths(text: str) -> set[str]:
    """What a document names as a file or a folder; an address, an option or a made-up name is none."""
    code = {path for path in CODE.findall(text) if "/" in path or SUFFIX.search(path)}
    named = code | set(LINK.findall(text))
    return {
        path
        for path in named
        if not re.search(r"[<>(){}*=:@|]|\.\.\.", path) and not path.startswith(("/", "-", "http"))
    }


def missing(text: str, known: set[str]) -> set[str]:
    """The named paths that neither exist nor are the end of one that does; `loops/pm/` is a page's address."""
    ends = {path[at:] for path in known for at in (0, *(m.end() for m in re.finditer("/", path)))}
    named = {path for path in named_paths(text) if not path.startswith(MADE)}
    bare = {path: path.removesuffix("/") for path in named}
    return {path for path in named if not ends & {bare[path], f"{bare[path]}.md"}}


def unknown_commands(text: str) -> set[str]:
    """The named targets of make that the Makefile lacks, and the named measurements that are no module."""
    targets = set(TARGET.findall((PROJECT / "Makefile").read_text(encoding="utf-8")))
    code = re.sub(r"#.*", "", "\n".join(IN_CODE.findall(text)))  # without its comments
    named = {target for found in COMMAND.findall(code) for target in found.split()}
    return named - targets | {name for name in MODULE.findall(text) if not find_spec(name)}


@pytest.fixture(scope="module")
def known() -> set[str]:
    """Every file and folder of the project, relative to it."""
    found = [path for part in PARTS for path in (PROJECT / part).rglob("*")]
    found += [*PROJECT.glob("*"), *(PROJECT / part for part in PARTS)]
    return {
        path.relative_to(PROJECT).as_posix() for path in found if "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_names_only_what_exists(document: str, known: set[str]) -> None:
    text = (PROJECT / document).read_text(encoding="utf-8")
    assert missing(text, known) == set(), "name what is there, or leave the sentence out"


def test_a_path_that_does_not_exist_is_found(known: set[str]) -> None:
    text = "`hooks/guide/rows/tables.py`, `tables.py`, `hooks/rows/tables.py`, [x](GONE.md), `a.b`"
    assert missing(text, known) == {"hooks/rows/tables.py", "GONE.md"}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_names_only_commands_that_exist(document: str) -> None:
    text = (PROJECT / document).read_text(encoding="utf-8")
    assert unknown_commands(text) == set(), (
        "name a target of the Makefile, or a module that is there"
    )


def test_a_command_that_does_not_exist_is_found() -> None:
    text = (
        "make a row\n`make gone`, `make fix lost`, `make check BASE=main`, `tests.bench.gone SITE`"
    )
    text += "\n```sh\nmake left   # says what is left\n```\n"
    assert unknown_commands(text) == {"gone", "lost", "left", "tests.bench.gone"}


def test_the_map_names_every_folder_and_every_room() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    rooms = [
        path for path in (PROJECT / "hooks" / "guide").iterdir() if (path / "__init__.py").is_file()
    ]
    rows = re.findall(r"^\| `([^`]+)` \|", readme, re.M)
    folders = [f"{part}/" for part in PARTS if part != ".ci"]
    assert set(rows) >= {*folders, *(f"{room.name}/" for room in rooms)}
    assert len(rooms) == 7 and "in seven layers" in readme


def test_every_folder_of_tests_for_a_room_is_named_like_it() -> None:
    rooms = {path.name for path in (PROJECT / "hooks" / "guide").iterdir() if path.is_dir()}
    tests = {path.name for path in Path(PROJECT / "tests").iterdir() if path.is_dir()}
    assert rooms - {"__pycache__"} <= tests, "tests mirror the rooms"
