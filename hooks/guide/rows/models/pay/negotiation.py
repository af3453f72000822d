"""What is known about negotiating a Microsoft offer: who asked and what came of it, and what holds for everyone."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from ..base import Confidence, LevelNumber, Period, Row, Slug, SourceId, SourceIds, Text, Url

OfferPart = Literal["base", "stock", "sign-on", "relocation"]
NegotiationTopic = Literal[
    "method",
    "level",
    "timing",
    "stock",
    "repayment",
    "relocation",
    "transfer",
    "law",
    "microsoft",
    "research",
]


def _check_blanks(words: str) -> str:
    # Readers would take an amount in a script for the amount to ask for.
    if found := re.search(r"\$|\d+", words):
        raise ValueError(f"'{found[0]}' is an amount. Leave a blank for the reader's own: [amount]")
    return words


class NegotiationAccount(Row):
    """One candidate who asked Microsoft for more, and what came of it, in our words."""

    id: Slug
    who: Text = Field(description="job and place, never a name")
    level: LevelNumber | None = None
    date: Period
    asked_by: Literal["asking", "other-offer", "late-stage-elsewhere", "declining"] = Field(
        description="what the candidate could point to when asking"
    )
    outcome: Literal["gained", "refused"]
    moved: tuple[OfferPart, ...] = Field(
        default=(), description="the parts that went up; empty if refused, or if none is named"
    )
    what: Text = Field(description="what was asked and answered, with the numbers as reported")
    confidence: Confidence
    address: Url = Field(description="the post itself, in case the copy disappears")
    source: SourceId


class NegotiationFact(Row):
    """Something that bears on a negotiation: a law, a rule of the company, a finding, a date."""

    id: Slug
    topic: NegotiationTopic
    statement: Text
    as_of: Period | None = None
    confidence: Confidence
    note: Text | None = None
    sources: SourceIds


class NegotiationScript(Row):
    """Words to say or send, with blanks in brackets for the reader's own facts."""

    id: Slug
    situation: Text
    say: Annotated[Text, AfterValidator(_check_blanks)] = Field(
        description="natural speech; blanks in brackets, no amounts"
    )
    why: Text = Field(description="why these words work, in one or two sentences")
