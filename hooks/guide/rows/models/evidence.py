"""Where statements come from, what was claimed, and what is not known."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Day, DocsPage, Flag, Period, Row, RowId, Slug, SourceId, SourceIds, Text, Url
from .shapes import NUMBER_OF_CLAIM

Grade = Literal["microsoft-says", "employee-says", "first-hand", "secondary", "one-article-only"]
Read = Literal["full", "opening"]
Verdict = Literal["supported", "disputed", "contradicted", "unverifiable"]
ClaimKind = Literal["fact", "figure", "opinion", "anecdote", "advice"]
SourceKind = Literal[
    "microsoft-page",
    "microsoft-filing",
    "employee-account",
    "former-employee-account",
    "candidate-account",
    "book-excerpt",
    "copy-of-microsoft-text",
    "copy-of-job-post",
    "press",
    "interview-guide",
    "question-bank",
    "practitioner",
    "adviser",
    "crowdsourced-pay",
    "public-data",
    "company-handbook",
    "public-repository",
    "other-site",
    "copy-of-personal-account",
    "reviewed-article",
    "same-author-site",
    "reader-report",
]
Topic = Literal[
    "roles", "pm-loop", "pmm-loop", "levels", "pay", "promotion", "moving", "ai-products", "selling"
]


class Source(Row):
    """A text that statements rest on, read on a known day and graded by who speaks in it."""

    id: Slug = Field(description="never reused; pages cite it")
    title: Text
    author: Text | None = Field(
        default=None, description="who wrote or said it, if the text names a person"
    )
    publisher: Text = Field(description="who published it")
    url: Url | None = Field(
        default=None,
        description="where a reader can open what we read; never the same as another source's",
    )
    original_address: Url | None = Field(
        default=None,
        description="the address of the original, if we read a copy or it has gone offline; printed, never linked",
    )
    published: Period | None = Field(
        default=None, description="as shown by the source; empty if it shows none"
    )
    retrieved: Day = Field(description="the day someone last read it")
    kind: SourceKind
    grade: Grade = Field(
        description="who speaks: Microsoft, a named employee, someone who was there, "
        "everyone else, or the article alone"
    )
    is_copy: Flag = Field(default=False, description="true if we read a copy of it")
    read: Read | None = Field(
        default=None, description="how much of it we read; empty if not recorded"
    )
    states: Literal["median", "average", "nothing"] | None = Field(
        default=None,
        description="whether its pay figures are medians or averages, if it credibly says so; empty if it has no pay",
    )
    voice: Slug | None = Field(
        default=None,
        description="a name shared by sources that repeat one another; they count as one",
    )
    note: Text | None = Field(
        default=None, description="what a reader must know before trusting it"
    )
    set_aside: Text | None = Field(default=None, description="why nothing in the guide rests on it")

    @property
    def speaker(self) -> str:
        """Who says it: `Raymond Chen, Microsoft Dev Blogs`, or the publisher if no one is named."""
        if not self.author:
            return self.publisher
        return (
            self.author if self.publisher.startswith("own ") else f"{self.author}, {self.publisher}"
        )

    @property
    def was_copied(self) -> bool:
        """Whether we read a copy and not the original."""
        return self.is_copy or self.kind.startswith("copy-of-")

    @property
    def limits(self) -> tuple[str, ...]:
        """What every statement that rests on it must say about how the source was read."""
        copied = ("read on a copy",) if self.was_copied else ()
        return (*copied, "only its opening was read") if self.read == "opening" else copied


class Claim(Row):
    """A checkable statement of the reviewed article, in our words, with its verdict."""

    id: Annotated[str, NUMBER_OF_CLAIM.constraint]
    section: Text = Field(description="the part of the article it is in")
    page: DocsPage = Field(description="the page of the guide on its topic")
    claim: Text
    kind: ClaimKind
    verdict: Verdict
    evidence: tuple[SourceId, ...] = Field(
        default=(), description="sources that bear on it; empty if none was found"
    )
    note: Text = Field(description="why the verdict is what it is")


class Unknown(Row):
    """Something a reader would expect to find here that no source settles."""

    id: Slug
    topic: Topic = Field(description="the topic of the pages that list it")
    unknown: Text
    would_settle_it: Text = Field(description="the evidence that would close the gap")
    sources: SourceIds | tuple[()] = Field(
        default=(), description="sources that show the gap, if any"
    )


class RetiredId(Row):
    """An id that was merged or withdrawn and must never come back for something else."""

    id: RowId
    table: Slug = Field(description="the table it belonged to")
    replaced_by: RowId | None = Field(
        default=None, description="the id that took its place, if any"
    )
    reason: Text
