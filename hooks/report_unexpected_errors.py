"""What a build prints is what is wrong: where a template, a macro file or a hook failed, in one line.

`on_build_error` runs for every exception of a build; this hook comes last (-1000) so
that others have seen the original. MkDocs' own exceptions already carry a message for
people and pass through. Anything else becomes an Abort (exit code 1) that names the
deepest place in our own files, a line for each cause: the macros plugin answers any
failing import with "could not find custom module". `-v` shows the whole traceback.

`on_startup` keeps that plugin from listing its settings and all macros in each build,
in twelve lines above what is wrong; `-v` shows them too.
"""

from __future__ import annotations

import logging
import os
import sysconfig
import traceback
from pathlib import Path
from typing import Any

import click
import mkdocs
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs_macros.util import LOG as MACROS_LOG

LIBRARIES = [Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib")]


def on_startup(**_: Any) -> None:
    """Leave the plugin for macros its warnings and errors, which strict mode counts, and nothing else."""
    if not _is_verbose():
        MACROS_LOG.addFilter(lambda record: record.levelno >= logging.WARNING)


@event_priority(-1000)
def on_build_error(*, error: Exception) -> None:
    """Raise an Abort with the place and the message of an unexpected error and its causes."""
    if isinstance(error, click.ClickException):
        return
    if _is_verbose():
        traceback.print_exception(error)
    lines = [f"{_place(cause)}{type(cause).__name__}: {cause}" for cause in _causes(error)]
    raise Abort("\n".join(lines)) from error


def _is_verbose() -> bool:
    return logging.getLogger(mkdocs.__name__).level <= logging.DEBUG


def _causes(error: BaseException | None) -> list[BaseException]:
    """Return the error and what led to it, the first cause first."""
    chain: list[BaseException] = []
    while error is not None:
        chain.insert(0, error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return chain


def _place(error: BaseException) -> str:
    """Return `path:line: ` of the deepest frame outside the libraries, or nothing."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_file() and not any(path.is_relative_to(library) for library in LIBRARIES):
            return f"{os.path.relpath(path)}:{frame.lineno}: "
    return ""
