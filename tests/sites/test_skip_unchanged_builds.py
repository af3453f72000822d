"""A build that would make the same site again ends early; a change of its sources or of the site starts a full one.

The tiny site is built in this process, by MkDocs' own command line; `builds` says how many whole builds there were.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from guide.publish import unchanged
from mkdocs.__main__ import cli
from mkdocs.commands.build import build as build_by_program
from mkdocs.config import load_config

from hooks import skip_unchanged_builds
from tests.sites.tiny_site import PROJECT, Site, tiny_site

UP_TO_DATE = "is up to date"
DEAD_LINK = "[gone](gone.md)"
SECONDS = 1_200
# Counts builds, each of which comes this far; where a file named "late" asks for it, edits a page that has been read.
COUNTER = """\
from pathlib import Path
HERE = Path(__file__).parent
def on_post_build(config):
    with (HERE / "builds").open("a") as builds:
        builds.write(".")
    if (HERE / "late").exists():
        (HERE / "docs/index.md").write_text("# Late")
"""
# Builds, and prints each file that is opened and each variable that the guide's code asks for.
# For a library that it uses, whatever the value was before.
SET_BY_THE_GUIDE = ["PYDANTIC_DISABLE_PLUGINS"]
WATCHED_BUILD = """\
import os, runpy, sys
seen = set()
def hear(event, found):
    if event == "open" and isinstance(found[0], (str, os.PathLike)):
        seen.add("file " + os.path.abspath(found[0]))
sys.addaudithook(hear)
decode = os.environ.encodekey
def encodekey(key):
    frame = sys._getframe()
    while any(name in frame.f_code.co_filename for name in ("<string>", "_collections_abc", "os>", "/os.py")):
        frame = frame.f_back
    if "/hooks/" in frame.f_code.co_filename:
        seen.add("variable " + key)
    return decode(key)
os.environ.encodekey = encodekey
try:
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
finally:
    print("\\n".join(seen))
"""


class Tiny:
    """A tiny site and the builds of it."""

    def __init__(self, root: Path) -> None:
        hooks = ["skip_unchanged_builds", Path("counter.py")]
        pages = {"index.md": "# Home", "sub/page.md": "# Page"}
        config = "watch: [data]\nextra: {word: one}"
        self.site: Site = tiny_site(root, pages, hooks=hooks, config=config)
        self.root = root
        self.site.write("counter.py", COUNTER)
        self.site.write("data/rows.yml", "- id: one\n")

    def build(self, *options: str, code: int = 0) -> str:
        """Runs `mkdocs build`; what it printed."""
        run = CliRunner().invoke(cli, ["build", "-f", str(self.root / "mkdocs.yml"), *options])
        assert run.exit_code == code, run.output
        return run.output

    @property
    def builds(self) -> int:
        """How many whole builds there were."""
        return len((self.root / "builds").read_text())


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    """A site that was built once."""
    tiny = Tiny(tmp_path)
    assert UP_TO_DATE not in tiny.build()
    return tiny


def test_a_second_build_leaves_the_site_and_says_so(tiny: Tiny) -> None:
    page = tiny.root / "site/index.html"
    os.utime(page, (0, 0))
    assert UP_TO_DATE in tiny.build()
    assert (tiny.builds, page.stat().st_mtime) == (1, 0)


def test_a_file_saved_without_a_change_is_no_change(tiny: Tiny) -> None:
    tiny.site.write("docs/index.md", "# Home")
    tiny.build()
    assert tiny.builds == 1


EDITS: dict[str, Callable[[Site], object]] = {
    "page": lambda site: site.write("docs/index.md", "# Hom3"),
    "new page": lambda site: site.write("docs/new.md", "# New"),
    "page renamed": lambda site: (site.root / "docs/sub").rename(site.root / "docs/other"),
    "page removed": lambda site: (site.root / "docs/sub/page.md").unlink(),
    "rows": lambda site: site.write("data/rows.yml", "- id: two\n"),
    "template": lambda site: site.write("theme/main.html", "{{ page.content }}"),
    "settings": lambda site: site.replace("mkdocs.yml", "word: one", "word: two"),
    "hook": lambda site: site.write("counter.py", COUNTER + "# edited\n"),
    "book": lambda site: site.write("build/books/guide.epub", "a book"),
    "page of the site": lambda site: site.write("site/index.html", "edited"),
    "page of the site removed": lambda site: (site.root / "site/sub/page/index.html").unlink(),
    "foreign file in the site": lambda site: site.write("site/foreign.txt", ""),
    "foreign folder in the site": lambda site: (site.root / "site/foreign").mkdir(),
    "note damaged": lambda site: site.write(unchanged.FILE, b'{"\xff'),
    "note of another kind": lambda site: site.write(unchanged.FILE, "[]"),
    "note removed": lambda site: (site.root / unchanged.FILE).unlink(),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_whatever_differs_starts_a_build_and_only_one(
    tiny: Tiny, edit: Callable[[Site], object]
) -> None:
    edit(tiny.site)
    assert UP_TO_DATE not in tiny.build()
    assert UP_TO_DATE in tiny.build()
    assert tiny.builds == 2


def test_a_change_that_is_taken_back_starts_a_build(tiny: Tiny) -> None:
    for text in ("# Other", "# Home"):
        tiny.site.write("docs/index.md", text)
        tiny.build()
    assert tiny.builds == 3
    assert "Home" in (tiny.root / "site/index.html").read_text()


@pytest.mark.parametrize("options", [["--strict"], ["--no-directory-urls"], ["-t", "mkdocs"]])
def test_another_option_starts_a_build(tiny: Tiny, options: list[str]) -> None:
    tiny.build(*options)
    tiny.build(*options)
    assert tiny.builds == 2


def test_each_folder_is_a_site_of_its_own(tiny: Tiny) -> None:
    for _ in range(2):
        tiny.build("-d", str(tiny.root / "other"))
        tiny.build()
    assert tiny.builds == 2


@pytest.mark.parametrize("name", ["SOURCE_DATE_EPOCH", "SOURCE_COMMIT"])
def test_another_environment_starts_a_build(
    tiny: Tiny, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "1" * 40 if name == "SOURCE_COMMIT" else "1")
    tiny.build()
    tiny.build()
    assert tiny.builds == 2


def test_another_version_of_a_library_starts_a_build(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = [*unchanged.package_versions(), "theme-2.dist-info"]
    monkeypatch.setattr(unchanged, "package_versions", lambda: versions)
    tiny.build()
    assert tiny.builds == 2


def test_another_commit_starts_a_build(tiny: Tiny) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(tiny.root)]
    subprocess.run([*git, "init", "-q"], check=True)
    for _ in range(2):
        subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "One more"], check=True)
        tiny.build()
        tiny.build()
    assert tiny.builds == 3


def test_fresh_builds_all_the_same(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRESH", "1")
    tiny.build()
    assert tiny.builds == 2


def test_a_dirty_build_neither_skips_nor_is_skipped_after(tiny: Tiny) -> None:
    tiny.build("--dirty")
    tiny.site.write("docs/index.md", "# Other")
    tiny.build("--dirty")
    tiny.build()
    assert tiny.builds == 4


def test_a_program_that_builds_gets_its_build(tiny: Tiny) -> None:
    config = load_config(str(tiny.root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build_by_program(config)
    assert tiny.builds == 2


@pytest.mark.parametrize("quiet", [[], ["-q"]], ids=["aloud", "quiet"])
def test_a_warning_is_given_by_every_build(tiny: Tiny, quiet: list[str]) -> None:
    tiny.site.write("docs/index.md", DEAD_LINK)
    tiny.build(*quiet)
    assert "gone.md" in tiny.build()
    assert tiny.builds == 3


def test_a_build_that_fails_fails_again(tiny: Tiny) -> None:
    tiny.site.write("docs/index.md", DEAD_LINK)
    for _ in range(2):
        assert "gone.md" in tiny.build("--strict", code=1)


def test_an_edit_while_it_builds_is_in_the_next_build(tiny: Tiny) -> None:
    tiny.site.write("late", "")
    tiny.site.write("docs/sub/page.md", "# Edited before")
    for title in ("Home", "Late"):
        tiny.build()
        assert title in (tiny.root / "site/index.html").read_text()
    assert UP_TO_DATE in tiny.build()


def test_a_folder_that_takes_no_note_is_built_each_time(tiny: Tiny) -> None:
    note = tiny.root / unchanged.FILE
    note.unlink()
    note.mkdir()
    tiny.build()
    tiny.build()
    assert tiny.builds == 3


def test_the_note_does_not_grow_without_end(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for number in range(unchanged.MOST + 5):
        site = tmp_path / f"site-{number}"
        site.mkdir()
        unchanged.note_built(tmp_path, site, "same")
    noted = json.loads((tmp_path / unchanged.FILE).read_text())
    assert len(noted) == unchanged.MOST
    assert unchanged.is_as_built(tmp_path, site, "same")
    assert not unchanged.is_as_built(tmp_path, tmp_path / "site-0", "same")


def test_a_published_site_is_skipped_and_stays_where_it_is(tmp_path: Path) -> None:
    hooks = ["skip_unchanged_builds", "publish_whole_builds", "report_unexpected_errors"]
    site = tiny_site(tmp_path, {"index.md": "# Home"}, hooks=hooks)
    site.write("www/.git", "gitdir: elsewhere")
    (tmp_path / "site").symlink_to(tmp_path / "www")
    assert UP_TO_DATE not in site.build("--strict").output
    site.write("www/.git", "gitdir: of another worktree")
    run = site.build("--strict")
    assert (run.code, UP_TO_DATE in run.output) == (0, True)
    assert sorted(site.published("www")) == [".git", "index.html", *sorted(site.published())[2:]]
    assert [path.name for path in tmp_path.glob("www*")] == ["www"]
    site.write("docs/index.md", DEAD_LINK)
    assert site.build("--strict").code == 1
    site.write("docs/index.md", "# Home")
    assert UP_TO_DATE in site.build("--strict").output


def read_by_a_build(site_dir: Path) -> list[tuple[str, str]]:
    """What a build of the guide opens and asks for: "file" or "variable", and its name."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_BUILD, "build", "--quiet", "--site-dir", str(site_dir)],
        cwd=PROJECT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "FRESH": "1"},
        check=True,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    parts = (line.partition(" ") for line in done.stdout.splitlines())
    return [(kind, name) for kind, _, name in parts]


@pytest.mark.long
def test_a_build_reads_nothing_of_the_project_that_is_not_compared(tmp_path: Path) -> None:
    seen = read_by_a_build(tmp_path / "site")
    # Some names are relative to a temporary folder that is being removed; those are no files here.
    files = {Path(name) for kind, name in seen if kind == "file" and Path(name).is_file()}
    compared = skip_unchanged_builds._build_of(load_config(str(PROJECT / "mkdocs.yml"))).paths
    # Remembered results, by the hash of what they are made of; installed packages, by version; git, by commit.
    apart = [PROJECT / name for name in (".cache", ".venv", ".git")]
    read = [
        path.relative_to(PROJECT).as_posix()
        for path in files
        if path.is_relative_to(PROJECT)
        and not any(path.is_relative_to(each) for each in [*compared, *apart])
    ]
    assert read == []
    assert PROJECT / "docs/index.md" in files, "the files that are opened were not seen"
    variables = {name for kind, name in seen if kind == "variable"}
    assert variables == {*unchanged.ENVIRONMENT, "FRESH", *SET_BY_THE_GUIDE}
