"""A failing, interrupted or killed build never harms site/; a good one replaces it as a whole.

Hooks under test: publish_whole_builds, report_unexpected_errors.
"""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.sites.broken_site import (
    ABORT,
    CODE_BUG,
    DEAD_LINK,
    HANG,
    HOOKS,
    LATE_BUG,
    MACROS,
    OLD_SITE,
    PAGES,
    PLUGIN_ERROR,
    STRICT,
    assert_unharmed,
    beside_site,
    site_with_old_build,
)
from tests.sites.tiny_site import PATIENCE_SECONDS, Run, Site, tiny_site


@pytest.mark.parametrize(
    ("parts", "options", "messages"),
    [
        ({"own_hook": ABORT}, [], ["bad row"]),
        ({"own_hook": PLUGIN_ERROR}, [], ["page-7.md", "bad page"]),
        ({"own_hook": CODE_BUG}, [], ["own_hook.py:1: KeyError: 'no such key'"]),
        pytest.param(
            {"own_hook": LATE_BUG},
            [],
            ["own_hook.py:1: ValueError: at the very end"],
            marks=pytest.mark.long,
        ),
        ({"template": "<body>\n{{ page.no.such }}"}, [], ["theme/main.html:2: UndefinedError"]),
        pytest.param(
            {"template": "<body>\n{% if %}"},
            [],
            ["theme/main.html:2: TemplateSyntaxError"],
            marks=pytest.mark.long,
        ),
        ({"pages": PAGES | {"bad.md": b"# caf\xe9"}}, [], ["bad.md", "UnicodeDecodeError"]),
        ({"pages": PAGES | {"page-20.md": DEAD_LINK}}, ["--strict"], ["page-20.md", "gone.md"]),
        pytest.param(
            {"pages": PAGES | {"page-20.md": DEAD_LINK}, "config": STRICT},
            [],
            ["gone.md"],
            marks=pytest.mark.long,
        ),
        pytest.param(
            {"pages": PAGES | {"page-20.md": DEAD_LINK}},
            ["-q", "--strict"],
            ["gone.md"],
            marks=pytest.mark.long,
        ),
        pytest.param(
            {"pages": PAGES | {"page-20.md": DEAD_LINK}, "config": STRICT},
            ["-q"],
            ["gone.md"],
            marks=pytest.mark.long,
        ),
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
    [
        (MACROS + STRICT, 1),
        pytest.param(
            MACROS.replace("strict}", "strict, on_error_fail: true}"), 100, marks=pytest.mark.long
        ),
    ],
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
    end = time.monotonic() + PATIENCE_SECONDS
    while not (site.root / "reached").exists():
        assert time.monotonic() < end, "the build never came to page 7"
        time.sleep(0.05)
    process.send_signal(number)
    output, _ = process.communicate(timeout=PATIENCE_SECONDS)
    (site.root / "hang").unlink()
    return Run(process.returncode, output)


@pytest.mark.parametrize(("options", "is_listed"), [([], False), (["-v"], True)])
def test_macros_are_listed_for_those_who_ask(
    tmp_path: Path, options: list[str], is_listed: bool
) -> None:
    site = tiny_site(tmp_path, PAGES, hooks=HOOKS, config="plugins: [macros]")
    run = site.build(*options)
    assert run.code == 0
    assert "Documentation built" in run.output
    assert ("[macros] - Config macros:" in run.output) == is_listed


def test_a_macro_that_does_not_exist_is_named(tmp_path: Path) -> None:
    pages = {"index.md": "# A {{ no_such_macro() }}"}
    config = "plugins: [{macros: {on_error_fail: true, on_undefined: strict}}]"
    run = tiny_site(tmp_path, pages, hooks=HOOKS, config=config).build()
    assert run.code != 0
    assert "no_such_macro" in run.output


@pytest.mark.long
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_site_as_it_was(
    tmp_path: Path, number: signal.Signals
) -> None:
    site = site_with_old_build(tmp_path, own_hook=HANG)
    assert_unharmed(site, interrupted_build(site, number))


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
def test_a_build_for_another_folder_from_another_folder(tmp_path: Path) -> None:
    site = site_with_old_build(tmp_path / "source")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert site.build("-d", "other/public", cwd=elsewhere).code == 0
    assert site.published() == OLD_SITE
    assert "page-1/index.html" in site.published("other/public")
    assert [path.name for path in (site.root / "other").iterdir()] == ["public"]
    assert list(elsewhere.iterdir()) == []


@pytest.mark.long
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


@pytest.mark.long
@pytest.mark.parametrize("place", ["file", "file/site"])
def test_a_place_that_cannot_hold_a_site_is_named(tmp_path: Path, place: str) -> None:
    site = site_with_old_build(tmp_path)
    file = site.write("file", "not a folder")
    assert_unharmed(site, site.build("-d", place), "Nothing was built", str(file))
    assert file.read_text() == "not a folder"
