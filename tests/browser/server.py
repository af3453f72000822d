"""Serves a built folder below its sub-path as a static host does: a folder is its index.html, the rest 404.html."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.background import in_background
from tests.browser.slowing import hold_back
from tests.built.site import PROJECT, SUB_PATH


class Handler(SimpleHTTPRequestHandler):
    """Answers below SUB_PATH only, and says nothing on the terminal."""

    protocol_version = "HTTP/1.1"  # one connection for all files of a page

    def do_GET(self) -> None:
        """As a static host, unless pages are slow on purpose."""
        hold_back(self.path)
        super().do_GET()

    def translate_path(self, path: str) -> str:
        """The file behind an address; an address outside the sub-path has none."""
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "no-such-file")
        below = path.removeprefix(SUB_PATH)
        built = super().translate_path("/" + below)
        # The site has its modules in bundles; a test may import one as it is written.
        written = PROJECT / "overrides" / below.partition("?")[0]
        is_module = below.startswith("assets/") and written.suffix == ".js"
        return str(written) if is_module and not Path(built).exists() else built

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """404.html in place of Python's own page."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing: a failing test names the request itself."""


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of the site in `folder`, served until the `with` block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    with in_background(server):
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
