"""No folder is a heap: one that holds more than 15 files is split by subject, or is a list of equals named here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from tests.guides import PROJECT

PARTS = ("data", "docs", "hooks", "maintaining", "overrides", "tests")
MOST = 15
# One file per rule, component, list, page or tool: nobody reads these folders from top to bottom.
LISTS = {
    "data",
    "data/schemas",
    "docs/prepare",
    "hooks/guide/check/rules/pages",
    "hooks/guide/check/rules/rows",
    "hooks/guide/publish/tool_data",
    "overrides/components",
    "tests/browser/tools",
    "tests/check/rules/rows",
}


def heaps(paths: Iterable[str]) -> list[str]:
    """The folders with too many files: ["tests/unit holds 47 files"]."""
    counts = Counter(PurePosixPath(path).parent.as_posix() for path in paths)
    return [
        f"{folder} holds {count} files"
        for folder, count in sorted(counts.items())
        if count > MOST and folder not in LISTS
    ]


def test_no_folder_is_a_heap() -> None:
    files = [
        path.relative_to(PROJECT).as_posix()
        for part in PARTS
        for path in (PROJECT / part).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    ]
    assert len(files) > 1000, "the project is larger than this, so nothing is proved"
    assert heaps(files) == [], "split the folder by subject, or add a list of equals to LISTS"


def test_a_folder_with_one_file_too_many_is_named() -> None:
    files = [f"tools/{number}.py" for number in range(MOST)]
    assert heaps(files) == []
    assert heaps([*files, "tools/sub/one.py", "tools/last.py"]) == ["tools holds 16 files"]
