"""A failing build never harms site/, and `serve` keeps the last good site up.

Hooks under test: publish_whole_builds, report_unexpected_errors, show_problems_while_serving.
"""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites.tiny_site import PAGE_TEMPLATE, Run, Server, Site, tiny_site

HOOKS = ["publish_whole_builds", "report_unexpected_errors", "show_problems_while_serving"]
OLD_SITE = {"index.html": b"the last good site", "old/index.html": b"a page of it"}
PAGES = {"index.md": "# Home"} | {f"page-{n}.md": f"# Page {n}" for n in range(1, 21)}
MACROS = "plugins:\n  - macros: {module_name: site_macros, on_undefined: strict}\n"
STRICT = "strict: true\n"
DEAD_LINK = "[gone](gone.md)"

# One line each: a hook that breaks at its event, and one that stops there for the test.
ABORT = "from mkdocs.exceptions import Abort\ndef on_config(config): raise Abort('bad row')\n"
PLUGIN_ERROR = (
    "from mkdocs.exceptions import PluginError\n"
    "def on_page_content(html, page, **_):\n"
    "    if page.url == 'page-7/': raise PluginError('bad page')\n"
)
CODE_BUG = "def on_post_page(output, page, **_): return output + {}['no such key']\n"
LATE_BUG = "def on_post_build(config): raise ValueError('at the very end')\n"
HANG = """\
import time
from pathlib import Path
HERE = Path(__file__).parent
def on_post_page(output, page, **_):
    if page.url == 'page-7/' and (HERE / 'hang').exists():
        (HERE / 'reached').touch()
        time.sleep(60)
"""
SLOW = "import time\ndef on_pre_build(config): time.sleep(1)\n"


def site_with_old_build(root: Path, *, own_hook: str = "", **parts) -> Site:
    """Return a tiny site whose site/ already holds a good build."""
    hooks = [*HOOKS, Path("own_hook.py")] if own_hook else HOOKS
    site = tiny_site(root, parts.pop("pages", PAGES), hooks=hooks, **parts)
    site.write("own_hook.py", own_hook)
    site.write("site_macros.py", "def define_env(env):\n    env.macro(lambda: 'x', 'known')\n")
    for path, content in OLD_SITE.items():
        site.write(f"site/{path}", content)
    return site


def assert_unharmed(site: Site, run: Run, *messages: str, code: int = 1) -> None:
    """Assert a clean failure that left site/, and nothing beside it."""
    assert run.code == code, run.output
    assert site.published() == OLD_SITE
    assert beside_site(site) == []
    assert "Traceback" not in run.output
    for message in messages:
        assert message in run.output


def beside_site(site: Site) -> list[str]:
    """Return the names of folders left next to site/."""
    return [path.name for path in site.root.glob("site.*")]


@pytest.mark.parametrize(
    ("parts", "options", "messages"),
    [
        ({"own_hook": ABORT}, [], ["bad row"]),
        ({"own_hook": PLUGIN_ERROR}, [], ["page-7.md", "bad page"]),
        ({"own_hook": CODE_BUG}, [], ["own_hook.py:1: KeyError: 'no such key'"]),
        ({"own_hook": LATE_BUG}, [], ["own_hook.py:1: ValueError: at the very end"]),
        ({"template": "<body>\n{{ page.no.such }}"}, [], ["theme/main.html:2: UndefinedError"]),
        ({"template": "<body>\n{% if %}"}, [], ["theme/main.html:2: TemplateSyntaxError"]),
        ({"pages": PAGES | {"bad.md": b"# caf\xe9"}}, [], ["bad.md", "UnicodeDecodeError"]),
        ({"pages": PAGES | {"page-20.md": DEAD_LINK}}, ["--strict"], ["page-20.md", "gone.md"]),
        ({"pages": PAGES | {"page-20.md": DEAD_LINK}, "config": STRICT}, [], ["gone.md"]),
        ({"pages": PAGES | {"page-20.md": DEAD_LINK}}, ["-q", "--strict"], ["gone.md"]),
        ({"pages": PAGES | {"page-20.md": DEAD_LINK}, "config": STRICT}, ["-q"], ["gone.md"]),
        ({"config": "no_such_key: ["}, [], ["Error"]),
    ],
    ids=[
        "abort-in-on-config",
        "plugin-error-in-page-7",
        "hook-bug",
        "hook-bug-in-post-build",
        "template-undefined",
        "template-syntax",
        "page-not-utf-8",
        "dead-link-strict-option",
        "dead-link-strict-in-config",
        "dead-link-quiet-strict-option",
        "dead-link-quiet-strict-in-config",
        "config-syntax",
    ],
)
def test_a_failing_build_leaves_the_site_as_it_was(
    tmp_path: Path, parts: dict, options: list[str], messages: list[str]
) -> None:
    site = site_with_old_build(tmp_path, **parts)
    assert_unharmed(site, site.build(*options), *messages)


@pytest.mark.parametrize(
    ("macros", "code"),
    [(MACROS + STRICT, 1), (MACROS.replace("strict}", "strict, on_error_fail: true}"), 100)],
    ids=["strict", "plugin-calls-exit"],
)
def test_a_failing_macro_leaves_the_site_as_it_was(tmp_path: Path, macros: str, code: int) -> None:
    pages = PAGES | {"page-20.md": "{{ typo() }}"}
    site = site_with_old_build(tmp_path, pages=pages, config=macros)
    run = site.build()
    assert run.code == code
    assert "'typo' is undefined" in run.output
    assert site.published() == OLD_SITE
    assert beside_site(site) == []


def test_a_failing_import_of_the_macros_names_its_cause(tmp_path: Path) -> None:
    site = site_with_old_build(tmp_path, config=MACROS)
    site.write("site_macros.py", "import no_such_module\n")
    cause = "site_macros.py:1: ModuleNotFoundError: No module named 'no_such_module'"
    assert_unharmed(site, site.build(), cause)


def test_a_failing_build_makes_no_site_where_there_was_none(tmp_path: Path) -> None:
    site = tiny_site(tmp_path, {"index.md": DEAD_LINK}, hooks=HOOKS)
    assert site.build("--strict").code == 1
    assert not (tmp_path / "site").exists()
    assert beside_site(site) == []


def test_verbose_shows_the_traceback(tmp_path: Path) -> None:
    run = site_with_old_build(tmp_path, own_hook=CODE_BUG).build("-v")
    assert run.code == 1
    assert "Traceback" in run.output


def interrupted_build(site: Site, number: signal.Signals) -> Run:
    """Build, and send a signal when page 7 of 20 is being written."""
    (site.root / "hang").touch()
    process = site.start("build")
    end = time.monotonic() + 30
    while not (site.root / "reached").exists():
        assert time.monotonic() < end, "the build never came to page 7"
        time.sleep(0.05)
    process.send_signal(number)
    output, _ = process.communicate(timeout=30)
    (site.root / "hang").unlink()
    return Run(process.returncode, output)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_site_as_it_was(
    tmp_path: Path, number: signal.Signals
) -> None:
    site = site_with_old_build(tmp_path, own_hook=HANG)
    assert_unharmed(site, interrupted_build(site, number))


def test_a_killed_build_leaves_the_site_and_the_next_build_tidies_up(tmp_path: Path) -> None:
    site = site_with_old_build(tmp_path, own_hook=HANG)
    assert interrupted_build(site, signal.SIGKILL).code == -signal.SIGKILL
    assert site.published() == OLD_SITE
    assert beside_site(site) == ["site.next"]
    site.write("site.next/.stale", "MkDocs itself keeps hidden files when it empties a folder")
    assert site.build().code == 0
    assert beside_site(site) == []
    assert "page-20/index.html" in site.published()
    assert ".stale" not in site.published()


def test_a_build_killed_between_the_two_renames_is_undone_by_the_next(tmp_path: Path) -> None:
    site = site_with_old_build(tmp_path, own_hook=ABORT)
    (tmp_path / "site").rename(tmp_path / "site.old")
    site.write("site.next/index.html", "new, but never published")
    (tmp_path / "own_hook.py").write_text(LATE_BUG)
    assert_unharmed(site, site.build())


def test_a_good_build_replaces_the_site(tmp_path: Path) -> None:
    site = site_with_old_build(tmp_path)
    site.write("site.old/index.html", "left by a build that was killed while tidying up")
    site.write("site/.git", "gitdir: elsewhere")
    run = site.build("-q")
    assert (run.code, run.output) == (0, "")
    assert b"Page 20" in site.published()["page-20/index.html"]
    assert "old/index.html" not in site.published()
    assert site.published()[".git"] == b"gitdir: elsewhere"
    assert beside_site(site) == []


def test_a_build_for_another_folder_from_another_folder(tmp_path: Path) -> None:
    site = site_with_old_build(tmp_path / "source")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert site.build("-d", "other/public", cwd=elsewhere).code == 0
    assert site.published() == OLD_SITE
    assert "page-1/index.html" in site.published("other/public")
    assert [path.name for path in (site.root / "other").iterdir()] == ["public"]
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("good", [True, False])
def test_a_symbolic_link_stays_one(tmp_path: Path, good: bool) -> None:
    site = site_with_old_build(tmp_path, own_hook="" if good else LATE_BUG)
    (tmp_path / "www").mkdir()
    (tmp_path / "site").rename(tmp_path / "www" / "live")
    (tmp_path / "site").symlink_to(tmp_path / "www" / "live")
    assert site.build().code == (0 if good else 1)
    assert (tmp_path / "site").is_symlink()
    assert (site.published() == OLD_SITE) is not good
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["live"]


@pytest.mark.parametrize("place", ["file", "file/site"])
def test_a_place_that_cannot_hold_a_site_is_named(tmp_path: Path, place: str) -> None:
    site = site_with_old_build(tmp_path)
    file = site.write("file", "not a folder")
    assert_unharmed(site, site.build("-d", place), "Nothing was built", str(file))
    assert file.read_text() == "not a folder"


# --- mkdocs serve ---------------------------------------------------------------------

BANNER = "The last build failed"
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
        ("---\nbroken: true\n---\n# New", "UndefinedError"),
        (b"# New caf\xe9", "UnicodeDecodeError"),
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
        site.write("docs/index.md", "# Mended home")
        server.wait("", shows("Mended home"))
        assert BANNER not in server.get("other/")


def epoch(page: str) -> int:
    """Return the number by which MkDocs' reload script knows the page's version."""
    return int(page.rpartition("livereload(")[2].partition(",")[0])


def test_an_open_page_is_told_to_reload_when_a_rebuild_fails(tmp_path: Path) -> None:
    site = tiny_site(tmp_path, {"index.md": "# Home"}, hooks=HOOKS, config=STRICT)
    with site.serve() as server:
        before = epoch(server.wait("", shows("Home")))
        site.write("docs/index.md", DEAD_LINK)
        assert int(server.get(f"livereload/{before}/1", timeout=30)) > before


def wait_for_rebuild(server: Server) -> None:
    """Wait until the first rebuild of a server has begun."""
    end = time.monotonic() + 30
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
        server.wait("", shows("New home"), seconds=10)


def test_serve_survives_a_plugin_that_exits_and_a_broken_configuration(tmp_path: Path) -> None:
    macros = MACROS.replace("strict}", "strict, on_error_fail: true}")
    site = site_with_old_build(tmp_path, pages={"index.md": "# Home"}, config=macros)
    with site.serve() as server:
        server.wait("", shows("Home"))
        site.write("docs/index.md", "# Typo\n\n{{ typo() }}")
        assert "SystemExit: 100" in server.wait("", shows_banner)
        site.write("docs/index.md", "# Mended")
        server.wait("", shows("Mended"))
        site.replace("mkdocs.yml", "site_name: Tiny", "site_name: [")
        assert "Mended" in server.wait("", shows_banner)
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


@pytest.mark.parametrize("options", [[], ["--clean"], ["--no-livereload"]])
def test_each_kind_of_server_serves(tmp_path: Path, options: list[str]) -> None:
    site = tiny_site(tmp_path, {"index.md": "# Home"}, hooks=HOOKS)
    with site.serve(*options) as server:
        server.wait("", shows("Home"))
    assert server.process.returncode == 0
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("own_hook", [ABORT, CODE_BUG, ""], ids=["data", "bug", "dead-link"])
def test_serve_does_not_start_on_bad_input(tmp_path: Path, own_hook: str) -> None:
    pages = {"index.md": "# Home" if own_hook else DEAD_LINK}
    site = site_with_old_build(tmp_path, pages=pages, own_hook=own_hook, config=STRICT)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        run = site.run("serve", "-a", f"127.0.0.1:{unused.getsockname()[1]}", timeout=30)
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
            assert server.process.wait(timeout=20) == 0
        except subprocess.TimeoutExpired:
            pytest.fail(f"the server ignores SIGTERM:\n{server.output}")
    assert list(temporary.iterdir()) == []
