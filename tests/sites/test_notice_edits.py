"""An edit is noticed at once, and wherever it was noticed before."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from hooks import notice_edits

WATCHED = ("docs", "data", "mkdocs.yml")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    """A server that watches two folders and a file, before it serves."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    for name in ("docs", "data"):
        (tmp_path / name).mkdir()
    (tmp_path / "mkdocs.yml").touch()
    for name in WATCHED:
        server.watch(str(tmp_path / name))
    try:
        yield notice_edits.on_serve(server)
    finally:
        server.observer.stop()
        server.server_close()


def test_a_server_watches_what_it_watched_before(server: LiveReloadServer, tmp_path: Path) -> None:
    watched = {emitter.watch.path for emitter in server.observer.emitters}
    assert watched == {str(tmp_path / "docs"), str(tmp_path / "data"), str(tmp_path)}
    assert server.observer.timeout <= 0.5


@pytest.mark.parametrize("path", ["docs/page.md", "data/rows.csv", "docs/new/page.md"])
def test_an_edit_is_noticed_before_the_next_look(
    server: LiveReloadServer, tmp_path: Path, path: str
) -> None:
    notice_after(server, 60)
    server.observer.start()
    time.sleep(1)  # until it has begun to look
    page = tmp_path / path
    page.parent.mkdir(exist_ok=True)
    page.write_text("# A page")
    assert is_noticed(server, 30)
    page.write_text("# The page, edited")
    assert is_noticed(server, 30)


def test_without_the_systems_help_an_edit_is_noticed_all_the_same(
    server: LiveReloadServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_edits, "Observer", full)
    server.observer.start()
    time.sleep(1)
    (tmp_path / "docs/page.md").write_text("# A page")
    assert is_noticed(server, 30)


def full() -> None:
    """The observer of a system that has no room for one more."""
    raise OSError(errno.EMFILE, "inotify instance limit reached")


def notice_after(server: LiveReloadServer, seconds: float) -> None:
    """Lets the server look that seldom unless it is woken."""
    for emitter in server.observer.emitters:
        emitter._timeout = seconds


def is_noticed(server: LiveReloadServer, seconds: float) -> bool:
    """Whether the server wants to rebuild within that time."""
    with server._rebuild_cond:
        noticed = server._rebuild_cond.wait_for(lambda: server._want_rebuild, timeout=seconds)
        server._want_rebuild = False
    return noticed
