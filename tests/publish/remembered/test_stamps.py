"""A file that a server has read is read again once anyone has written it, whatever its size and its date say."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from guide.check.unfinished_merges import unfinished_merges
from guide.publish.site_files import content_of
from guide.publish.unchanged import contents_of

MARKS = "<<<<<<< ours\n"


def merges(root: Path) -> list[int]:
    """The lines of what is found in the template."""
    return [problem.line for problem in unfinished_merges(root)]


@pytest.mark.parametrize(
    "read",
    [
        lambda root: content_of(str(root / "overrides/main.html")),
        lambda root: contents_of([root]),
        merges,
    ],
)
def test_an_edit_of_the_same_size_and_date_is_read(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    template = tmp_path / "overrides" / "main.html"
    template.parent.mkdir()
    template.write_text("x" * len(MARKS), encoding="utf-8")
    dates = template.stat()
    before = read(tmp_path)
    assert read(tmp_path) == before
    other = template.with_suffix(".new")
    other.write_text(MARKS, encoding="utf-8")
    other.replace(template)
    os.utime(template, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    assert read(tmp_path) != before
    template.unlink()
    template.write_text("x" * len(MARKS), encoding="utf-8")
    assert read(tmp_path) == before
