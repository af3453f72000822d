"""`mkdocs serve` keeps the last good site up, and shows on it what is wrong with the next.

Hooks under test: publish_whole_builds, report_unexpected_errors, show_problems_while_serving.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.guides import quick_and_slow
from tests.sites.broken_site import (
    ABORT,
    CODE_BUG,
    DEAD_LINK,
    HOOKS,
    MACROS,
    OLD_SITE,
    SLOW,
    STRICT,
    assert_unharmed,
    site_with_old_build,
)
from tests.sites.tiny_site import PAGE_TEMPLATE, PATIENCE_SECONDS, Server, tiny_site

BANNER = "The last build failed"
BUILDS, UNCHANGED = "Building documentation to directory", "Nothing differs from what is shown"
NAME = "<script>alert(1)</script>"
ESCAPED_NAME = "&lt;script&gt;alert(1)&lt;/script&gt;"
SERVED_TEMPLATE = PAGE_TEMPLATE.replace("{{", "{{ page.meta.no.such if page.meta.broken }}{{")


def shows_banner(page: str) -> bool:
    """Tell whether a served page carries the banner."""
    return BANNER in page


def shows(text: str) -> Callable[[str], bool]:
    """Return a test for a page that holds the text and no banner."""
    return lambda page: text in page and not shows_banner(page)


@pytest.mark.parametrize(
    ("broken_page", "problem"),
    [
        (f"# New\n\n[x]({NAME}.md)", ESCAPED_NAME),
        pytest.param("---\nbroken: true\n---\n# New", "UndefinedError", marks=pytest.mark.long),
        pytest.param(b"# New caf\xe9", "UnicodeDecodeError", marks=pytest.mark.long),
    ],
    ids=["strict-warning", "template-error", "not-utf-8"],
)
def test_serve_keeps_the_last_good_site_up(
    tmp_path: Path, broken_page: str | bytes, problem: str
) -> None:
    pages = {"index.md": "# Old home", "other.md": "# Other"}
    site = tiny_site(tmp_path, pages, hooks=HOOKS, config=STRICT, template=SERVED_TEMPLATE)
    with site.serve() as server:
        good = server.wait("", shows("Old home"))
        site.write("docs/index.md", broken_page)
        bad = server.wait("", shows_banner)
        assert "Old home" in bad
        assert problem in bad
        assert NAME not in bad
        assert BANNER in server.get("other/")
        assert epoch(bad) > epoch(good), "open pages would not reload to show the problems"
        assert "Traceback" not in server.output
        site.write("docs/index.md", "# Fixed home")
        server.wait("", shows("Fixed home"))
        assert BANNER not in server.get("other/")


def test_a_file_saved_without_a_change_starts_no_build(tmp_path: Path) -> None:
    page = tmp_path / "docs/index.md"
    with _serving_old(tmp_path) as server:
        page.write_text("# New", encoding="utf-8")
        server.wait("", shows("New"))
        builds = server.output.count(BUILDS)
        os.utime(page, (0, 0))
        server.wait("", lambda _: server.output.count(UNCHANGED) == 1)
        assert server.output.count(BUILDS) == builds
        page.write_text("# Newer", encoding="utf-8")
        server.wait("", shows("Newer"))


def test_a_fault_that_is_taken_back_is_taken_off_the_pages_without_a_build(tmp_path: Path) -> None:
    page = tmp_path / "docs/index.md"
    with _serving_old(tmp_path) as server:
        for text, seen in [
            ("# Good", shows("Good")),
            ("[x](none.md)", shows_banner),
            ("# Good", shows("Good")),
        ]:
            page.write_text(text, encoding="utf-8")
            server.wait("", seen)
        assert server.output.count(UNCHANGED) == 1


@contextmanager
def _serving_old(root: Path) -> Iterator[Server]:
    """Serves a site of one page, "Old", with the hook that skips rebuilds."""
    hooks = [*HOOKS, "skip_unchanged_rebuilds"]
    with tiny_site(root, {"index.md": "# Old"}, hooks=hooks, config=STRICT).serve() as server:
        server.wait("", shows("Old"))
        yield server


def epoch(page: str) -> int:
    """Return the number by which MkDocs' reload script knows the page's version."""
    return int(page.rpartition("livereload(")[2].partition(",")[0])


def test_an_open_page_is_told_to_reload_when_a_rebuild_fails(tmp_path: Path) -> None:
    site = tiny_site(tmp_path, {"index.md": "# Home"}, hooks=HOOKS, config=STRICT)
    with site.serve() as server:
        before = epoch(server.wait("", shows("Home")))
        site.write("docs/index.md", DEAD_LINK)
        assert int(server.get(f"livereload/{before}/1")) > before


def wait_for_rebuild(server: Server) -> None:
    """Wait until the first rebuild of a server has begun."""
    end = time.monotonic() + PATIENCE_SECONDS
    while server.output.count("Building documentation...") < 2:
        assert time.monotonic() < end, "the edit was not noticed"
        time.sleep(0.02)


def test_a_request_during_a_failing_rebuild_waits_for_its_problems(tmp_path: Path) -> None:
    site = site_with_old_build(tmp_path, pages={"index.md": "# Home"}, own_hook=SLOW, config=STRICT)
    with site.serve() as server:
        server.wait("", shows("Home"))
        site.write("docs/index.md", DEAD_LINK)
        wait_for_rebuild(server)
        assert BANNER in server.get()


def test_a_request_during_a_strict_rebuild_does_not_fail_it(tmp_path: Path) -> None:
    config = STRICT + "site_url: https://example.org/below/\n"
    site = site_with_old_build(tmp_path, pages={"index.md": "# Home"}, own_hook=SLOW, config=config)
    with site.serve() as server:
        server.wait("", shows("Home"))
        site.write("docs/index.md", "# New home")
        wait_for_rebuild(server)
        assert "404 Not Found" in server.get("outside-of-below/")
        server.wait("", shows("New home"))


def test_serve_survives_a_plugin_that_exits_and_a_broken_configuration(tmp_path: Path) -> None:
    macros = MACROS.replace("strict}", "strict, on_error_fail: true}")
    site = site_with_old_build(tmp_path, pages={"index.md": "# Home"}, config=macros)
    with site.serve() as server:
        server.wait("", shows("Home"))
        site.write("docs/index.md", "# Typo\n\n{{ typo() }}")
        assert "SystemExit: 100" in server.wait("", shows_banner)
        site.write("docs/index.md", "# Fixed")
        server.wait("", shows("Fixed"))
        site.replace("mkdocs.yml", "site_name: Tiny", "site_name: [")
        assert "Fixed" in server.wait("", shows_banner)
    assert site.published() == OLD_SITE


def test_missing_pages_and_other_files_while_there_are_problems(tmp_path: Path) -> None:
    site = tiny_site(tmp_path, {"index.md": "# Home"}, hooks=HOOKS, config=STRICT)
    site.write("docs/data.txt", "no banner here")
    with site.serve() as server:
        server.wait("", shows("Home"))
        site.write("docs/index.md", DEAD_LINK)
        server.wait("", shows_banner)
        assert server.get("data.txt") == "no banner here"
        assert BANNER in server.get("no-such-page/")


@pytest.mark.parametrize("options", quick_and_slow([[]], [["--clean"], ["--no-livereload"]]))
def test_each_kind_of_server_serves(tmp_path: Path, options: list[str]) -> None:
    site = tiny_site(tmp_path, {"index.md": "# Home"}, hooks=HOOKS)
    with site.serve(*options) as server:
        server.wait("", shows("Home"))
    assert server.process.returncode == 0
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "own_hook", quick_and_slow([ABORT], [CODE_BUG, ""]), ids=["data", "bug", "dead-link"]
)
def test_serve_does_not_start_on_bad_input(tmp_path: Path, own_hook: str) -> None:
    pages = {"index.md": "# Home" if own_hook else DEAD_LINK}
    site = site_with_old_build(tmp_path, pages=pages, own_hook=own_hook, config=STRICT)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{unused.getsockname()[1]}"
    run = site.run("serve", "-a", address, timeout=PATIENCE_SECONDS)  # looks whether it is free
    wanted = {ABORT: "bad row", CODE_BUG: "KeyError", "": "gone.md"}[own_hook]
    assert_unharmed(site, run, wanted)


def test_sigterm_ends_the_server_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    site = tiny_site(tmp_path / "source", {"index.md": "# Home"}, hooks=HOOKS, config=STRICT)
    with site.serve() as server:
        server.wait("", shows("Home"))
        site.write("docs/index.md", DEAD_LINK)
        server.wait("", shows_banner)
        server.process.send_signal(signal.SIGTERM)
        try:
            assert server.process.wait(timeout=PATIENCE_SECONDS) == 0
        except subprocess.TimeoutExpired:
            pytest.fail(f"the server ignores SIGTERM:\n{server.output}")
    assert list(temporary.iterdir()) == []


OWN_HOOK = """
from pathlib import Path

def on_post_build(config):
    Path(config.site_dir, "own.txt").write_text("x")
"""


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Server, Path]]:
    """A server of four files, one more that a hook writes by itself, and the folder that it serves."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    pages = {"index.md": "# Old home", "other.md": "# Other", "gone/by.md": "# Gone", "a.png": b"1"}
    site = tiny_site(tmp_path / "site", pages, hooks=[*HOOKS, Path("own.py")], config=STRICT)
    site.write("own.py", OWN_HOOK)
    with site.serve("--livereload") as server:
        server.wait("", shows("Old home"))
        [folder] = tmp_path.glob("mkdocs_*")
        yield server, folder


def inodes(folder: Path) -> dict[str, int]:
    """A file that is written again has another one."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in files}


def test_only_what_an_edit_changes_is_written_again(
    served: tuple[Server, Path], tmp_path: Path
) -> None:
    server, folder = served
    before = inodes(folder)
    (tmp_path / "site/docs/index.md").write_text("# New home")
    server.wait("", shows("New home"))
    same = {path for path, inode in inodes(folder).items() if before.get(path) == inode}
    assert {"other/index.html", "gone/by/index.html", "a.png"} <= same
    assert "index.html" not in same


def test_a_page_that_is_gone_is_gone_from_the_served_folder(
    served: tuple[Server, Path], tmp_path: Path
) -> None:
    server, folder = served
    (tmp_path / "site/docs/gone/by.md").unlink()
    server.wait("gone/by/", lambda page: "Gone" not in page)
    assert not (folder / "gone").exists()
    assert (folder / "own.txt").read_text() == "x", "what a hook writes by itself stays"
    assert list(tmp_path.glob("mkdocs_*")) == [folder]
