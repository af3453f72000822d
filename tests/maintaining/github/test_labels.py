"""A pull request is labeled by what it touches: every file of the project has its label, and each label exists."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatchcase

import pytest
import yaml

from tests.guides import PROJECT

RULES = yaml.safe_load((PROJECT / ".github/labeler.yml").read_text(encoding="utf-8"))


def spelled_out(glob: str) -> Iterator[str]:
    """The globs that one with alternatives in braces stands for."""
    found = re.fullmatch(r"\{(.*)\}(.*)", glob)
    yield from (f"{each}{found[2]}" for each in found[1].split(",")) if found else (glob,)


def matches(path: str, glob: str) -> bool:
    """Whether a glob takes a path: `*` stays in its folder, `/**` is everything below."""
    folder, _, below = glob.partition("/")
    return path.startswith(f"{folder}/") if below else "/" not in path and fnmatchcase(path, glob)


def labels_of(path: str) -> set[str]:
    found = set()
    for label, (rule,) in RULES.items():
        ((globs,),) = [part.values() for part in rule["changed-files"]]
        wanted = [globs] if isinstance(globs, str) else globs
        if any(matches(path, each) for glob in wanted for each in spelled_out(glob)):
            found.add(label)
    return found


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("data/faq.yml", "data"),
        ("docs/pay/levels.md", "pages"),
        ("hooks/guide/pages/links.py", "code"),
        ("Makefile", "code"),
        (".ci/run", "workflows"),
        (".github/workflows/check.yml", "workflows"),
    ],
)
def test_the_folder_says_the_label(path: str, label: str) -> None:
    assert labels_of(path) == {label}


def test_every_file_of_the_project_has_one_label() -> None:
    command = ["git", "-C", str(PROJECT), "ls-files"]
    files = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    assert {file: labels_of(file) for file in files if file and len(labels_of(file)) != 1} == {}


def test_the_labels_of_forms_and_folders_are_documented_for_maintainers() -> None:
    text = (PROJECT / "MAINTAINING.md").read_text(encoding="utf-8")
    for label in RULES:
        assert f"gh label create {label} " in text
