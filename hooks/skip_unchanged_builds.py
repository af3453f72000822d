"""Events of `mkdocs build`: a site that a build would make again, byte for byte, stays as it is, and a line says so.

1. `on_config`, before publish_whole_builds.py (1000) prepares a folder: hashes all that the build will read. If the
   site was built from the same and is as that build left it, the command ends with exit code 0.
2. `on_shutdown`, after that hook (-1000) has published: notes what the site was built from. Not after a build that
   warned, since its warnings must be seen again, and not if a file was edited meanwhile.

`FRESH=1 mkdocs build` always builds, and so do `--dirty`, `mkdocs serve`, `mkdocs gh-deploy` and a program that calls
MkDocs without its command line. What is compared is listed in `guide/publish/unchanged.py`.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mkdocs

# At the top: it must be at hand before any page is read.
from guide.publish.unchanged import is_as_built, made_of, note_built, settings_of
from invocation import command
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

log = logging.getLogger(f"{mkdocs.__name__}.hooks.build")


@dataclass
class _Build:
    """A build on its way: what it reads, and the site that it will leave."""

    root: Path
    site: Path
    paths: list[Path]
    settings: str
    warnings: CountHandler = field(default_factory=lambda: CountHandler(level=logging.WARNING))

    def inputs(self) -> str:
        """The hash of what it reads as it is now; nothing if that cannot be read, which the build will report."""
        with suppress(OSError, ValueError):
            return made_of(self.root, self.paths, self.settings)
        return ""


@dataclass
class _Progress:
    """What this command is doing; MkDocs keeps hook modules for as long as it runs."""

    may_skip: bool = False
    build: _Build | None = None
    inputs: str = ""


_progress = _Progress()


def on_startup(*, dirty: bool, **_: Any) -> None:
    """Notes whether this is a plain `mkdocs build`."""
    _progress.may_skip = command() == "build" and not dirty


@event_priority(2000)
def on_config(config: Any) -> Any:
    """The configuration unchanged. Raises SystemExit, with code 0, if the site is what a build would make."""
    if not _progress.may_skip:
        return config
    build = _build_of(config)
    inputs = build.inputs()
    if inputs and not os.environ.get("FRESH") and is_as_built(build.root, build.site, inputs):
        log.info(f"{build.site} is up to date: nothing has changed. FRESH=1 builds it anyway.")
        raise SystemExit(0)
    logging.getLogger(mkdocs.__name__).addHandler(build.warnings)
    _progress.build, _progress.inputs = build, inputs
    return config


@event_priority(-2000)
def on_shutdown() -> None:
    """Notes what the site was built from, unless an exception is ending the command."""
    build, inputs = _progress.build, _progress.inputs
    if build is None:
        return
    _progress.build = None
    logger = logging.getLogger(mkdocs.__name__)
    logger.removeHandler(build.warnings)
    # With -q and without strict, no one hears a warning.
    hears_warnings = logger.isEnabledFor(logging.WARNING)
    succeeded = sys.exc_info()[0] is None
    if not succeeded or build.warnings.get_counts() or not hears_warnings:
        return
    if inputs and build.inputs() == inputs:
        note_built(build.root, build.site, inputs)


def _build_of(config: Any) -> _Build:
    """The build that this configuration asks for."""
    file = Path(config.config_file_path).resolve()
    # The check reads the project's own texts too.
    beside = [path for path in file.parent.iterdir() if path.suffix in (".md", ".yml")]
    hooks = [hook.__file__ for hook in config.hooks.values()]
    paths = [config.docs_dir, config.theme.custom_dir, *config.watch, *hooks]
    return _Build(
        root=file.parent,
        site=Path(os.path.realpath(config.site_dir)),
        paths=[file, *beside, *(Path(path) for path in paths if path)],
        settings=settings_of(config),
    )
