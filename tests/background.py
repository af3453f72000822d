"""A server of the standard library that answers while a test goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from socketserver import BaseServer

# How soon it notices that it is to end.
POLL_SECONDS = 0.05


@contextmanager
def in_background(server: BaseServer) -> Iterator[None]:
    """The server answers in a thread of its own until the block ends, and is closed then."""
    serve = partial(server.serve_forever, poll_interval=POLL_SECONDS)
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
