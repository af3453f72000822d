"""A filled form as input: a text file, standard input, or the event file of a GitHub workflow."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from .drafts import Sent

STANDARD_INPUT = "-"
EVENT = (
    "{path} is not a GitHub issue event: {why}. Give the event that a workflow finds in GITHUB_EVENT_PATH, or"
    " the text of the issue in a file that does not end in .json."
)


class Issue(BaseModel):
    """The fields of an issue that the guide reads, with GitHub's names."""

    body: str | None
    html_url: str
    created_at: dt.datetime


class Repository(BaseModel):
    """The fields of a repository that the guide reads, with GitHub's names."""

    html_url: str
    default_branch: str


class Event(BaseModel):
    """The fields of an issue event that the guide reads."""

    issue: Issue
    repository: Repository


class NotReceived(Exception):
    """Raised without a form to read; the message says what to pass instead."""


@dataclass(frozen=True)
class Received:
    """The text of an issue, where it was sent, and where files are edited (with a slash; known for an event only)."""

    body: str
    sent: Sent
    edit_address: str = ""


def received(path: str) -> Received:
    """The form in a file or on standard input. Raises NotReceived if it cannot be read."""
    text = _text(path)
    if path.endswith(".json"):
        return _of_event(path, text)
    return Received(text, Sent(dt.datetime.now(dt.UTC).date()))


def _text(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        raise NotReceived(f"{path} cannot be read: {error.strerror}.") from None
    # The text is untrusted: bytes that are not UTF-8 become replacement characters, which the reader refuses.
    return data.decode("utf-8", errors="replace")


def _of_event(path: str, text: str) -> Received:
    try:
        event = Event.model_validate_json(text)
    except ValidationError as error:
        faults = [": ".join([*map(str, fault["loc"]), fault["msg"]]) for fault in error.errors()]
        raise NotReceived(EVENT.format(path=path, why="; ".join(faults))) from None
    edit = f"{event.repository.html_url}/edit/{event.repository.default_branch}/"
    sent = Sent(event.issue.created_at.date(), event.issue.html_url)
    return Received(event.issue.body or "", sent, edit)
