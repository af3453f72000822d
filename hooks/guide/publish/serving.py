"""Rewrites pages as a development server sends them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def rewriting_pages(app: WSGIApplication, rewrite: Callable[[bytes], bytes]) -> WSGIApplication:
    """The application `app` with each HTML page passed through `rewrite`; other answers are unchanged.

    The app runs first: a request that arrives during a rebuild waits inside `app` until it is done, so `rewrite`
    can rely on its outcome.
    """

    def rewritten(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        body = app(environ, lambda *begin: begun.append(begin[:2]))  # type: ignore[arg-type]
        status, headers = begun[0]
        if not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return body
        page = rewrite(b"".join(body))
        if hasattr(body, "close"):
            body.close()
        headers = [header for header in headers if header[0] != "Content-Length"]
        start_response(status, [*headers, ("Content-Length", str(len(page)))])
        return [page]

    return rewritten
