"""What a development server sends beside what is on disk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guide.publish.serving import answering_with


class App:
    """An application, such as MkDocs', that answers once the rebuild that runs has ended, from what is on disk."""

    def __init__(self) -> None:
        self.shown = "old"

    def __call__(self, _: Any, start_response: Any) -> Iterable[bytes]:
        self.shown = "new"
        start_response("404 Not Found", [("Content-Type", "text/html")])
        return [b"not there"]

    def made(self, path: str) -> bytes | None:
        """What the site that is shown makes of a path."""
        return self.shown.encode() if path == "data/facts.json" else None


def asked(path: str) -> tuple[str, dict[str, str], bytes]:
    """Status, headers and content of an answer."""
    app, begun = App(), list[Any]()
    answer = answering_with(app, "/guide/", app.made)
    body = answer({"PATH_INFO": path}, lambda *begin: begun.append(begin))  # type: ignore[arg-type, return-value, func-returns-value]
    [(status, headers)] = begun
    return status, dict(headers), b"".join(body)


def test_a_request_during_a_rebuild_gets_the_file_of_the_site_that_it_shows() -> None:
    headers = {"Content-Type": "application/json", "Content-Length": "3"}
    assert asked("/guide/data/facts.json") == ("200 OK", headers, b"new")


def test_any_other_answer_is_the_applications() -> None:
    for path in ("/guide/data/other.json", "/data/facts.json", "/guide/"):
        assert asked(path) == ("404 Not Found", {"Content-Type": "text/html"}, b"not there")
