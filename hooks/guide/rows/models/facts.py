"""Single facts with a source and a date: AI products, how Microsoft sells, what changed there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Confidence, DocsPage, Period, Row, Slug, SourceIds, Text

AiTopic = Literal[
    "evaluation", "safety", "design", "cost", "governance", "adoption", "leaders", "interviews"
]
SellingTopic = Literal["field", "segments", "partners", "buying", "year", "launch", "marketing"]
CompanyTopic = Literal["organization", "models", "jobs", "hiring", "office", "rewards", "transfers"]


class SourcedFact(Row):
    """A statement on a page, with its sources and its date."""

    id: Slug
    statement: Text = Field(description="whole sentences, in our words")
    as_of: Period | None = Field(
        default=None, description="when it was true, or when the source was written"
    )
    confidence: Confidence
    note: Text | None = Field(
        default=None, description="for maintainers: what the sources say and what we concluded"
    )
    sources: SourceIds


class AiFact(SourcedFact):
    """How AI products are judged, priced, governed and measured, and what is known about AI in interviews."""

    topic: AiTopic
    page: DocsPage = Field(description="the page that covers it")


class SellingFact(SourcedFact):
    """How Microsoft sells: field roles, segments, partners, licensing, the year, launches."""

    topic: SellingTopic
    page: DocsPage = Field(description="the page that covers it")


class CompanyChange(SourcedFact):
    """Something that changed at Microsoft and bears on a candidate."""

    topic: CompanyTopic
    happened: Period
    headline: Text = Field(description="what changed, in a dozen words")
    means_for_you: Text = Field(description="what a candidate should do about it; our advice")
    pages: Annotated[tuple[DocsPage, ...], Field(min_length=1)] = Field(
        description="the pages it bears on"
    )


class SalesStage(Row):
    """One stage of Microsoft's method of selling to organizations, and what it asks of a PMM."""

    id: Slug
    order: int = Field(ge=1)
    name: Text = Field(description="Microsoft's name")
    led_by: Literal["account-team", "specialists", "customer-success"]
    happens: Text = Field(description="what the field does")
    ends_with: Text = Field(description="what must be true before the next stage, in a few words")
    you_make: Text = Field(description="what a PMM makes for it; our advice")
    leave_alone: Text = Field(
        description="what belongs to the field and not to the PMM; our advice"
    )
    drill: Text = Field(description="an exercise of ten minutes")
    strong: Text = Field(description="what a strong attempt at the drill shows")
    sources: SourceIds


class YearMark(Row):
    """A fixed point of Microsoft's fiscal year, and the month it falls in."""

    id: Slug
    order: int = Field(ge=1, le=12, description="the month of the fiscal year: July is 1")
    mark: Text = Field(description="what happens, in a few words")
    means_for_you: Text = Field(description="what a PMM should do about it; our advice")
    sources: SourceIds
