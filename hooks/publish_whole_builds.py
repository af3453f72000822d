"""Publish a build as a whole or not at all: a failing build never touches `site/`.

MkDocs empties the site folder before it reads the first page, so any failure
after that leaves half a site, and under `strict` a whole but broken one. This
hook sends the build to `<site_dir>.next` and moves it into place at the very end:

1. `on_startup`: SIGTERM ends a build or a server the way Ctrl-C does.
2. `on_config`, before everyone else (1000): tidies what a killed build left, points
   `config.site_dir` at `<site_dir>.next`, and keeps `-q` from switching `strict` off.
3. MkDocs builds. Strict warnings are counted after `on_post_build`, the last event
   of a build, so no event of the build itself can tell that it succeeded.
4. `on_shutdown`, after everyone else (-1000): without an exception in flight, `site` ->
   `site.old`, `site.next` -> `site`, and `site.old` is deleted; otherwise `site.next` is.

`mkdocs serve` makes its first build straight in its own temporary folder: there is
nothing to protect, and with `--no-livereload` no later event could publish it. What the
finishing steps write is held in memory until `on_serve`. From then on, every rebuild is
held in memory (`hold_writes.py`), with what is written past MkDocs' own functions in
`<site_dir>.next`. Once it has succeeded, the server's builder writes the files that differ
from those that are shown, and removes those that are gone: of some 2,000 files, an edit
changes a few. Files that no page holds, such as the search index, are made when a browser
asks for one, after the first build too: else the first edit would have to remove 1,600.

A symbolic link as site folder stays one. Hidden entries of the folder (`.git` of a
worktree) stay, as they do in MkDocs. The two renames need the site folder and its
parent to be writable and on one file system, so a mount point is refused. Nothing
prevents two builds of one site from running at the same time.
"""

from __future__ import annotations

import logging
import signal
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs

# At the top: it must be at hand before any page is read.
from guide.publish.serving import answering_with
from guide.publish.site_files import (
    HeldFiles,
    SiteFiles,
    contents_of,
    replace_what_differs,
)
from guide.publish.swapping import StagedSite
from hold_writes import hold_writes
from invocation import command, makes_later
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer


@dataclass
class _Progress:
    """What this command is doing; MkDocs keeps hook modules, so it outlives a rebuild."""

    first_build_of_server: bool = False
    is_serving: bool = False
    staged: StagedSite | None = None  # the build in progress, if it is staged
    config: MkDocsConfig | None = None  # its configuration: `gh-deploy` reads site_dir later
    held: HeldFiles | None = None  # what it has written, in a server
    shown: dict[str, bytes] | None = None  # what the server's folder holds, if that is known
    # In a server: makes the files of the site that is shown that no page holds.
    asked_for: HeldFiles | None = None
    # Held by a rebuild, and while such files are made: they share caches.
    working: threading.Lock = field(default_factory=threading.Lock)


_progress = _Progress()


@event_priority(1000)
def on_startup(**_: Any) -> None:
    """Note whether this is a server; let SIGTERM end the work like Ctrl-C."""
    _progress.first_build_of_server = command() == "serve"
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


@event_priority(1000)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage the build; raises Abort if no folder can be made next to the site."""
    _count_warnings_when_quiet(config)
    if _progress.first_build_of_server:
        if makes_later():
            _hold(config)
        return config
    staged = StagedSite(config.site_dir)
    try:
        staged.begin()
    except OSError as error:
        way_out = "Allow it, or name another folder: mkdocs build -d FOLDER"
        raise Abort(
            f"Nothing was built: {staged.next} cannot be prepared ({error}). {way_out}"
        ) from None
    _progress.staged, _progress.config = staged, config
    config.site_dir = str(staged.next)
    if _progress.is_serving:
        _hold(config)
    return config


def _hold(config: MkDocsConfig) -> None:
    """Hold in memory what this build writes to its site folder."""
    _progress.held = HeldFiles(Path(config.site_dir))
    config.held_files = _progress.held  # type: ignore[attr-defined]


@event_priority(-100)
def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Publish each later build of the server once it has succeeded."""
    _progress.first_build_of_server, _progress.is_serving = False, True
    if _progress.held:
        _progress.held.settle()
        _progress.asked_for, _progress.held = _progress.held, None
    # Read now, before anyone waits for an edit.
    _progress.shown = contents_of(SiteFiles(Path(config.site_dir)))
    hold_writes(lambda: _progress.held)
    build = server.builder

    def build_and_publish() -> None:
        with _progress.working:
            try:
                build()
            except BaseException:
                _finish(succeeded=False)
                raise
            _finish(succeeded=True)

    server.builder = build_and_publish
    answer = server.get_app() or server.serve_request
    server.set_app(answering_with(answer, server.mount_path, _made))
    return server


def _made(path: str) -> bytes | None:
    """A file of the site that is shown that is made once it is asked for; None for any other."""
    if not _progress.asked_for or not _progress.asked_for.makes_later(path):
        return None
    with _progress.working:
        return _progress.asked_for.made_later(path)


@event_priority(-1000)
def on_shutdown() -> None:
    """Publish what was built, unless an exception is ending the command.

    MkDocs runs this event in a `finally`, so the exception in flight tells failures of
    every kind apart from success: strict warnings, SystemExit of a plugin, Ctrl-C.
    """
    _finish(succeeded=sys.exc_info()[0] is None)


def _finish(*, succeeded: bool) -> None:
    """Publish or discard the staged build; raises Abort if the swap is impossible."""
    staged, config, held = _progress.staged, _progress.config, _progress.held
    if staged is None or config is None:
        return
    _progress.staged = _progress.config = _progress.held = None
    try:
        if succeeded and held:
            _show(SiteFiles(staged.live), held)
        elif succeeded:
            staged.publish()
    except OSError as error:
        raise Abort(f"Publishing to {staged.live} failed ({error}).") from None
    finally:
        staged.discard()
        config.site_dir = str(staged.live)


def _show(live: SiteFiles, held: HeldFiles) -> None:
    """Make the server's folder hold these files; raises OSError."""
    old, new = _progress.shown or contents_of(live), contents_of(held)
    _progress.shown = None  # not known if this fails
    replace_what_differs(live, old, new, SiteFiles(held.folder))
    _progress.shown, _progress.asked_for = new, held


def _count_warnings_when_quiet(config: MkDocsConfig) -> None:
    """Keep `-q` from switching strict off.

    Strict mode counts the warnings that pass the builder's logger, and `-q` raises the
    level of that very logger above them. `mkdocs.__name__` is "properdocs" there.
    """
    logger = logging.getLogger(mkdocs.__name__)
    if config.strict and logger.level > logging.WARNING:
        logger.setLevel(logging.WARNING)
