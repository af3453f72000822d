"""What the person who started this process asked for; no hook itself, but what several hooks ask.

Python keeps this module for as long as the process runs, so a server's rebuild finds here what its first build found.
"""

from __future__ import annotations

import os

import click

# What builders read the date of a build from.
EPOCH = "SOURCE_DATE_EPOCH"
# As it was before any build of this process put the date of the data there; empty if none was given.
GIVEN_EPOCH = os.environ.get(EPOCH, "")


def makes_later() -> bool:
    """Whether this is a server that will build again, and may leave files to whoever asks for them.

    `--no-livereload` makes one that never does, and `--clean` one that shows the site as a build makes it.
    """
    context = click.get_current_context(silent=True)
    options = context.params if context else {}
    return (
        command() == "serve" and bool(options.get("livereload")) and not options.get("build_type")
    )


def command() -> str:
    """The command of MkDocs: `build`, `serve` or `gh-deploy`; empty if a program calls MkDocs without one.

    `mkdocs serve --clean` announces itself to hooks as a build, so only the command line tells a server.
    """
    context = click.get_current_context(silent=True)
    return (context.info_name if context else None) or ""
