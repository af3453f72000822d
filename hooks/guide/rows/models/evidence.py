"""Where statements come from, what was claimed, and what nobody knows."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Day, DocsPage, Period, Row, Slug, SourceId, SourceIds, Text, Url

Grade = Literal["microsoft-says", "first-hand", "secondary", "one-article-only"]
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
    publisher: Text = Field(description="who published it, and the author where named")
    url: Url | None = Field(
        default=None,
        description="no other source has it; empty only where no public address exists",
    )
    published: Period | None = Field(
        default=None, description="as shown by the source; empty if it shows none"
    )
    retrieved: Day = Field(description="the day somebody last read it")
    kind: SourceKind
    grade: Grade = Field(
        description="who speaks: Microsoft, a named person, somebody else, or the article alone"
    )
    note: Text | None = Field(
        default=None, description="what a reader must know before trusting it"
    )
    set_aside: Text | None = Field(default=None, description="why nothing in the guide rests on it")


class Claim(Row):
    """A checkable statement of the reviewed article, in our words, with its verdict."""

    id: Annotated[str, StringConstraints(pattern=r"^C\d{3}$")]
    section: Text = Field(description="the part of the article it stands in")
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
    topic: Topic = Field(description="the page topic on which it is said")
    unknown: Text
    would_settle_it: Text = Field(description="the evidence that would close the gap")
    sources: SourceIds | tuple[()] = Field(
        default=(), description="sources that show the gap, if any"
    )


class RetiredId(Row):
    """An id that was merged or withdrawn and must never come back for something else."""

    id: Slug
    table: Slug = Field(description="the table it belonged to")
    replaced_by: Slug | None = Field(default=None, description="the id that took its place, if any")
    reason: Text
