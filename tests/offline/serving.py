"""A server for tests of offline use: at the root or below a path, compressed, and gone, slow or wrong when a test says.

Gone means gone: connections that a browser keeps are closed, and whatever still arrives is counted.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from tests.background import in_background

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".md"}
# Changes the bytes of an answer by its path below the site, or takes it away (None).
Spoil = Callable[[str, bytes], bytes | None]


class OfflineServer(ThreadingHTTPServer):
    """Serves `folder` below `prefix`; tests set `is_gone`, `delay` and `spoil`."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, prefix: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.prefix = folder, prefix
        self.is_gone, self.delay, self.sent = False, 0.0, 0
        self.requests: list[str] = []
        self.served_while_gone: list[str] = []
        self.spoil: Spoil = lambda _, content: content

    @property
    def address(self) -> str:
        """The address of the site, with its path."""
        return f"http://127.0.0.1:{self.server_address[1]}{self.prefix}"

    def forget(self) -> None:
        """Counts anew."""
        self.requests.clear()
        self.sent = 0


class Handler(BaseHTTPRequestHandler):
    """One file an answer."""

    protocol_version = "HTTP/1.1"
    server: OfflineServer

    def do_GET(self) -> None:
        """The file, our page for what is not there, or nothing at all."""
        if self.server.is_gone:
            self.close_connection = True  # without an answer
            return
        name = self._name()
        time.sleep(self.server.delay)
        file = self.server.folder / name
        content = self.server.spoil(name, file.read_bytes()) if file.is_file() else None
        found = content is not None
        if content is None:
            content = (self.server.folder / "404.html").read_bytes()
        with suppress(ConnectionError):  # the browser no longer waits
            self._send(200 if found else 404, name if found else "404.html", content)
        self.server.requests.append(name)
        if self.server.is_gone:
            self.server.served_while_gone.append(name)

    def _name(self) -> str:
        path = self.path.split("?")[0]
        if not path.startswith(self.server.prefix):
            return "outside"
        name = path.removeprefix(self.server.prefix)
        return f"{name}index.html" if name.endswith("/") or not name else name

    def _send(self, status: int, name: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", guess_type(name)[0] or "application/octet-stream")
        # The worst that a host can say: a browser may keep the file of another release.
        self.send_header("Cache-Control", "max-age=600")
        if Path(name).suffix in COMPRESSED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.server.sent += len(content)

    def log_message(self, *_: Any) -> None:
        """Nothing: a failing test names the request itself."""


@contextmanager
def offline_server(folder: Path, prefix: str = "/guide/") -> Iterator[OfflineServer]:
    """A server that runs until the block ends."""
    server = OfflineServer(folder, prefix)
    with in_background(server):
        yield server
