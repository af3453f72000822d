"""Serves a built site as a host does: text compressed. Waiting that is measured on anything else means nothing."""

from __future__ import annotations

import functools
import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.browser.server import Handler
from tests.built.site import SUB_PATH

COMPRESSED = {".html", ".js", ".css", ".json", ".svg"}


@functools.cache
def compressed(path: Path) -> bytes:
    """A file as it is sent; the examples in deploy/ have it ready on the disk, so no visit waits for it."""
    return gzip.compress(path.read_bytes(), 9, mtime=0)


class Compressing(Handler):
    """Sends what a host sends."""

    def send_head(self) -> Any:
        """The answer's head, and its body to send."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in COMPRESSED or not path.exists():
            return super().send_head()
        body = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a built site."""
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Compressing, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
    server.shutdown()
