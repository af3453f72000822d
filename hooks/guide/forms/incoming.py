"""A filled form as it arrives: a file of text, what is typed in, or the event that GitHub hands to a workflow."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from .drafts import Sent

TYPED_IN = "-"
EVENT = (
    "{path} is not a GitHub issue event: {why}. Give the event that a workflow finds in GITHUB_EVENT_PATH, or"
    " the text of the issue in a file that does not end in .json."
)


class Issue(BaseModel):
    """What the guide reads of an issue, named as GitHub names it."""

    body: str | None
    html_url: str
    created_at: dt.datetime


class Repository(BaseModel):
    """What the guide reads of a repository, named as GitHub names it."""

    html_url: str
    default_branch: str


class Event(BaseModel):
    """What the guide reads of an event about an issue."""

    issue: Issue
    repository: Repository


class NotReceived(Exception):
    """Raised without a form to read; the message says what to pass instead."""


@dataclass(frozen=True)
class Received:
    """The text of an issue, what is known of it, and where files are edited (with a slash; known for an event only)."""

    body: str
    sent: Sent
    edit_address: str = ""


def received(path: str) -> Received:
    """The form in a file, or in what is typed in. Raises NotReceived if there is none that can be read."""
    text = _text(path)
    if path.endswith(".json"):
        return _of_event(path, text)
    return Received(text, Sent(dt.datetime.now(dt.UTC).date()))


def _text(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == TYPED_IN else Path(path).read_bytes()
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
