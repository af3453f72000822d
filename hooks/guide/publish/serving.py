"""What a development server sends: pages rewritten, and files that are made once they are asked for."""

from __future__ import annotations

import mimetypes
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


def answering_with(
    app: WSGIApplication, mount_path: str, made: Callable[[str], bytes | None]
) -> WSGIApplication:
    """The application `app` with the files that `made` knows, by their path below `mount_path`.

    Here too the app runs first: a request during a rebuild gets the files of the site that the rebuild shows.
    """

    def answered(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        body = app(environ, lambda *begin: begun.append(begin[:2]))  # type: ignore[arg-type]
        path = environ["PATH_INFO"].removeprefix(mount_path)
        if (content := made(path)) is None:
            start_response(*begun[0])
            return body
        if hasattr(body, "close"):
            body.close()
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    return answered
