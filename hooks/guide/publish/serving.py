"""Pages changed on their way out of a server, which no build can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def rewriting_pages(answer: WSGIApplication, rewrite: Callable[[bytes], bytes]) -> WSGIApplication:
    """The application `answer` with each HTML page passed through `rewrite`; other answers are unchanged.

    The answer comes first: a request that arrives during a rebuild waits inside `answer` for its outcome, so
    `rewrite` may rely on knowing it.
    """

    def rewritten(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        body = answer(environ, lambda *begin: begun.append(begin[:2]))  # type: ignore[arg-type]
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
