"""A web server on loopback that answers as hosts out there do: well, elsewhere, not at all."""

from __future__ import annotations

import contextlib
import json
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.background import in_background

STATUS = {"/gone": 410, "/missing": 404, "/login": 403, "/broken": 500, "/busy": 429}
ELSEWHERE = {
    "/moved": (301, "/fine"),
    "/moved-twice": (308, "/moved"),
    "/for-now": (302, "/fine"),
    "/moved-to-nowhere": (301, "/missing"),
    "/circle": (302, "/circle"),
}


class StrangeHost(ThreadingHTTPServer):
    """Counts requests, as "HEAD /path"; `when` holds the time of each request in seconds."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: Counter[str] = Counter()
        self.when: list[float] = []
        self.agents: set[str] = set()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: StrangeHost

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        path = urlsplit(self.path).path
        self.server.requests[f"{self.command} {path}"] += 1
        self.server.when.append(time.monotonic())
        self.server.agents.add(self.headers["User-Agent"])
        if path == "/slow":
            time.sleep(1.5)
        elif path == "/hangs-up":
            self.connection.close()
        elif path == "/archive":
            self.copy(parse_qs(urlsplit(self.path).query)["url"][0])
        else:
            self.reply(*self.status_of(path))

    def status_of(self, path: str) -> tuple[int, dict[str, str]]:
        """Status and headers."""
        if path in ELSEWHERE:
            status, location = ELSEWHERE[path]
            return status, {"Location": location}
        if path == "/no-head":
            return (405 if self.command == "HEAD" else 200), {}
        if path == "/head-lies":
            return (404 if self.command == "HEAD" else 200), {}
        if path == "/busy-once":
            first = self.server.requests[f"{self.command} {path}"] == 1
            return (429, {"Retry-After": "1"}) if first else (200, {})
        if path == "/busy-for-a-year":
            return 429, {"Retry-After": "31536000"}
        return STATUS.get(path, 200), {}

    def reply(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        with contextlib.suppress(BrokenPipeError):  # a visitor who went away
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    def copy(self, address: str) -> None:
        """As the Internet Archive reports a copy."""
        url = f"http://web.archive.org/web/20250102030405/{address}"
        copies = {} if "nowhere" in address else {"closest": {"available": True, "url": url}}
        self.reply(200, {}, json.dumps({"url": address, "archived_snapshots": copies}).encode())


@contextlib.contextmanager
def strange_host() -> Iterator[StrangeHost]:
    server = StrangeHost()
    with in_background(server):
        yield server
