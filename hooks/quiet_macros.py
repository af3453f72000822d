"""Event `on_startup`: the plugin for macros says only what is wrong.

In each build it lists its settings and all macros, twelve lines of which one has 2,500 characters: what a build warns
of stood below them. `mkdocs build -v` shows them.
"""

from __future__ import annotations

import logging
from typing import Any

import mkdocs
from mkdocs_macros.util import LOG


def on_startup(**_: Any) -> None:
    """Its warnings and errors are said as before, at the level that was asked for, and strict mode counts them."""
    if not logging.getLogger(mkdocs.__name__).isEnabledFor(logging.DEBUG):
        LOG.addFilter(_is_about_a_fault)


def _is_about_a_fault(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING
