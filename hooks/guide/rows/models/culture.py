"""Microsoft's own terms, and how names and rules changed over time."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import Period, Row, Slug, SourceId, SourceIds, Text

CultureKind = Literal["cultural-attribute", "value", "leadership-principle", "manager-expectation"]


class CultureItem(Row):
    """A term that Microsoft uses about itself, in its own wording."""

    id: Slug
    kind: CultureKind
    name: Text
    meaning: Text
    habits: tuple[Text, ...] = ()
    wrong_names: tuple[Text, ...] = Field(default=(), description="wrong names in circulation")
    sources: SourceIds


class FinalTalkAccount(Row):
    """One account of the As Appropriate interviewer. The accounts conflict."""

    id: Slug
    account: Text
    source: SourceId


class NameChange(Row):
    """What the two jobs were called at one time."""

    id: Slug
    period: Period
    pm_side: Text
    marketing_side: Text
    reading_tip: Text
    sources: SourceIds


class TransferRule(Row):
    """A reported rule about moving inside the company."""

    id: Slug
    period: Period | None = None
    rule: Text
    status: Literal["historic", "reported-current", "misreported"]
    means_for_you: Text
    sources: SourceIds
