"""The files of a site on disk and in memory, and a server's folder in which only what differs is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.publish.site_files import HeldFiles, SiteFiles, contents_of, replace_what_differs

FILES = {
    "index.html": b"home",
    "a/index.html": b"page",
    "a/b/c.js": b"script",
    "a/b/c.css": b"style",
    "a/x.js.map": b"map",
    ".nojekyll": b"",
}
PATTERNS = ("**/*", "**/*.html", "*.html", "a/*.js", "a/**/*.js", "a/**/*", "index.html", "no/*")


def on_disk(folder: Path, files: dict[str, bytes]) -> SiteFiles:
    made = SiteFiles(folder)
    for path, content in files.items():
        made.write(path, content)
    return made


@pytest.mark.parametrize("pattern", PATTERNS)
def test_files_in_memory_are_found_as_those_on_disk_are(tmp_path: Path, pattern: str) -> None:
    disk, held = on_disk(tmp_path / "disk", FILES), HeldFiles(tmp_path / "none")
    mixed = HeldFiles(on_disk(tmp_path / "half", dict(list(FILES.items())[:3])).folder)
    for path, content in FILES.items():
        held.write(path, content)
        if path not in contents_of(mixed):
            mixed.write(path, content)
    assert held.paths(pattern) == mixed.paths(pattern) == disk.paths(pattern)
    assert contents_of(held) == contents_of(mixed) == FILES


def test_what_is_held_counts_and_what_was_written_past_it_counts_too(tmp_path: Path) -> None:
    held = HeldFiles(on_disk(tmp_path, {"both": b"old", "past": b"library"}).folder)
    held.write("both", b"new")
    assert contents_of(held) == {"both": b"new", "past": b"library"}
    held.remove("both")
    assert contents_of(held) == {"past": b"library"}
    assert not (tmp_path / "both").exists()


def test_what_is_held_is_on_disk_once_it_settles(tmp_path: Path) -> None:
    held = HeldFiles(on_disk(tmp_path, {"both": b"old", "gone": b"", "past": b"library"}).folder)
    held.write("both", b"new")
    held.write("a/b", b"in a folder")
    held.remove("gone")
    held.settle()
    settled = {"both": b"new", "past": b"library", "a/b": b"in a folder"}
    assert contents_of(SiteFiles(tmp_path)) == contents_of(held) == settled


def changed(tmp_path: Path, old: dict[str, bytes], new: dict[str, bytes]) -> SiteFiles:
    live = on_disk(tmp_path / "live", old)
    replace_what_differs(live, old, new, SiteFiles(tmp_path / "aside"))
    return live


def test_a_file_that_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    on_disk(tmp_path / "live", FILES)
    before = {path: (tmp_path / "live" / path).stat().st_ino for path in FILES}
    new = {**FILES, "a/index.html": b"edited"}
    replace_what_differs(SiteFiles(tmp_path / "live"), FILES, new, SiteFiles(tmp_path / "aside"))
    after = {path: (tmp_path / "live" / path).stat().st_ino for path in FILES}
    assert [path for path in FILES if before[path] != after[path]] == ["a/index.html"]
    assert contents_of(SiteFiles(tmp_path / "live")) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a/b/c": b"1", "d": b"2"}, {"d": b"2"}),
        ({"a": b"a file", "d": b"2"}, {"a/b": b"in a folder", "d": b"2"}),
        ({"a/b": b"in a folder", "d": b"2"}, {"a": b"a file", "d": b"2"}),
        ({"d": b"2"}, {"e/f/g": b"3"}),
    ],
    ids=["gone", "a folder where a file was", "a file where a folder was", "another"],
)
def test_the_folder_holds_what_the_build_made_and_nothing_else(
    tmp_path: Path, old: dict[str, bytes], new: dict[str, bytes]
) -> None:
    live = changed(tmp_path, old, new)
    assert contents_of(live) == new
    assert [
        path for path in live.folder.rglob("*") if path.is_dir() and not any(path.iterdir())
    ] == []


def test_a_file_for_which_there_is_no_room_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    aside = on_disk(tmp_path / "aside", {"b": b"in the way of a folder"})
    live = on_disk(tmp_path / "live", FILES)
    with pytest.raises(OSError, match="b"):
        replace_what_differs(live, FILES, {"index.html": b"new", "b/c": b"new"}, aside)
    assert contents_of(live) == FILES
