"""Keep `mkdocs serve` answering when a rebuild fails, and show why on every page.

Stock MkDocs lets each request hang after a failed rebuild until the next good one.
`on_serve` runs once, after the first good build, and at -200: after
publish_whole_builds.py (-100), whose builder discards the failed build and raises.
Here the server gets

* a builder that catches the failure, prints it and keeps its problems: the server
  then believes the rebuild succeeded, so it serves on and reloads the browsers;
* a WSGI application that puts those problems on top of each HTML page;
* a log filter, so that a reader's request for a missing page fails no strict rebuild.

A port in use is reported in a sentence instead of a traceback: `on_config` checks before
the first build, so that nobody waits in vain, and `on_serve` checks again.

Ctrl-C still ends the server. If the first build fails, none of this runs: MkDocs prints
the problems and exits with 1, as there is no good site to show yet.
"""

from __future__ import annotations

import logging
import os
import re
import socket
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import jinja2
import mkdocs

# Imported at the top: on_serve runs only once, so there is nothing to reload.
from guide.publish.serving import rewriting_pages
from invocation import command
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

COMPONENTS = Path(__file__).resolve().parent.parent / "overrides" / "components"
BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)

log = logging.getLogger(f"{mkdocs.__name__}.hooks.serve")


class _Collector(logging.Handler):
    """Collects the warnings and errors that are logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of a record."""
        self.messages.append(record.getMessage())


# MkDocs keeps hook modules, and calls on_config again in each rebuild.
_waiting_for_first_build: list[bool] = []


def on_startup(**_: Any) -> None:
    """Note that a server is about to start."""
    _waiting_for_first_build[:] = [True] if command() == "serve" else []


@event_priority(900)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The configuration unchanged. Raises Abort, before the first build, if another program has the port."""
    if _waiting_for_first_build:
        _waiting_for_first_build.clear()
        _expect_free(config.dev_addr.host, config.dev_addr.port)
    return config


@event_priority(-200)
def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Wrap the server's builder and its application. Raises Abort if another program has the port."""
    _expect_free(str(server.server_address[0]), int(server.server_address[1]))
    problems: list[str] = []
    build, answer = server.builder, server.get_app() or server.serve_request

    def build_and_survive() -> None:
        problems[:] = _problems_of(build)

    def with_problems(page: bytes) -> bytes:
        return _with_banner(page, problems) if problems else page

    logging.getLogger(f"{mkdocs.__name__}.livereload").addFilter(_downgrade_request_warnings)
    server.builder = build_and_survive
    server.set_app(rewriting_pages(answer, with_problems))
    return server


def _expect_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself does
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Abort(
                f"{host}:{port} cannot be used: {os.strerror(error.errno or 0)}. "
                "Perhaps the site is served there already. Stop that, or use another port: "
                f"make serve ADDRESS={host}:{port + 1}"
            ) from None


def _downgrade_request_warnings(record: logging.LogRecord) -> bool:
    """Log filter: keep a request from failing a rebuild that runs at the same time.

    The server logs each answer but 200 as a warning, from a thread of its own, and strict
    mode counts the warnings of all threads.
    """
    if record.levelno == logging.WARNING and record.thread != threading.main_thread().ident:
        record.levelno, record.levelname = logging.INFO, "INFO"
    return True


def _problems_of(build: Callable[[], None]) -> list[str]:
    """Run a build; return what was wrong if it failed, and nothing if it did not."""
    collector = _Collector()
    logger = logging.getLogger(mkdocs.__name__)
    logger.addHandler(collector)
    try:
        build()
    except (Exception, SystemExit) as error:  # a plugin may call exit()
        problems = [*collector.messages, _text(error)]
        _print(error)
        log.error("The last good site stays up until this is fixed.")
        return problems
    finally:
        logger.removeHandler(collector)
    return []


def _print(error: BaseException) -> None:
    """Print what MkDocs would print for this error when building."""
    if isinstance(error, click.ClickException):
        error.show()
    elif not isinstance(error, SystemExit):
        traceback.print_exception(error)


def _text(error: BaseException) -> str:
    """Return the error in words."""
    if isinstance(error, click.ClickException):
        return error.format_message().strip()
    return f"{type(error).__name__}: {error}"


def _with_banner(page: bytes, problems: list[str]) -> bytes:
    """Return the page with the banner as the first thing of its body."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    banner = environment.get_template("problem_banner.html").render(problems=problems)
    body = BODY.search(page)
    at = body.end() if body else len(page)
    return page[:at] + banner.encode() + page[at:]
