"""What saves time changes nothing else: an edit is noticed sooner, and wherever it was noticed before."""

from __future__ import annotations

from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from hooks import save_time


def test_a_server_looks_for_edits_several_times_a_second_in_all_that_it_watches(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / name for name in ("docs", "data")]
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    for folder in folders:
        folder.mkdir()
        server.watch(str(folder))
    assert save_time.on_serve(server) is server
    assert server.observer.timeout <= 0.2
    assert {emitter.watch.path for emitter in server.observer.emitters} == set(map(str, folders))
    server.observer.start()
    try:
        assert any(is_noticed(server, folders[0] / "page.md", n) for n in range(600))
    finally:
        server.observer.stop()
        server.server_close()


def is_noticed(server: LiveReloadServer, page: Path, edit: int) -> bool:
    """Whether the server wants to rebuild soon after an edit. The first may come before it has begun to look."""
    page.write_text(f"# Edit {edit}")
    with server._rebuild_cond:
        return server._rebuild_cond.wait_for(lambda: server._want_rebuild, timeout=0.1)
