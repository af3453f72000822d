"""What a candidate learns and practices."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import ClaimId, DocsPage, Group, Row, Slug, SourceId, Text, TrackName

Competency = Literal[
    "customer-focus",
    "collaboration",
    "adaptability",
    "influencing-for-impact",
    "judgment",
    "technical-excellence",
    "drive-for-results",
    "growth-mindset",
    "market-insight",
]
QuestionCategory = Literal[
    "behavioral",
    "business-model",
    "collaboration",
    "creative",
    "estimation",
    "execution",
    "go-to-market",
    "growth",
    "knowledge",
    "messaging",
    "metrics",
    "motivation",
    "pricing",
    "prioritization",
    "product-and-marketing",
    "product-design",
    "product-improvement",
    "role-play",
    "strategy",
    "technical",
    "technical-translation",
    "work-sample",
]
QuestionScope = Literal[
    "microsoft-reported",
    "microsoft-retired",
    "question-bank",
    "pmm-generic",
    "other-company",
    "article-under-review",
]


class Question(Row):
    """An interview question, paraphrased, with the source that reports it."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}\d{3}$")]
    track: TrackName
    category: QuestionCategory
    competency: Competency = Field(description="our mapping, not Microsoft's")
    scope: QuestionScope = Field(description="how the source knows the question")
    question: Text
    source: SourceId
    strong_answer: Text = Field(description="what a strong answer does; our advice")


class Term(Row):
    """A glossary term, defined in our own words."""

    id: Slug
    term: Text
    track: TrackName
    definition: Text
    not_written: tuple[Text, ...] = Field(default=(), description="spellings that pages do not use")


class Mistake(Row):
    """A weak move, the strong move in its place, and why."""

    id: Slug
    title: Text = Field(description="the mistake as a short statement")
    track: TrackName
    stage: Literal["choosing", "preparing", "in-the-room", "offer"]
    weak: Text = Field(description="what a weak candidate does or says")
    strong: Text = Field(description="what to do or say instead")
    why: Text
    fix: Text = Field(description="one exercise that mends it before the loop")
    rewrite: Text = Field(description="a weak line, made up, to rewrite aloud")
    model_answer: Text = Field(description="a strong version of that line")
    claims: tuple[ClaimId, ...] = Field(
        default=(), description="claims of the article that this rests on or corrects"
    )
    sources: tuple[SourceId, ...] = Field(min_length=1)


class PathStep(Group):
    """One page of a reader's path, and what the reader gets there."""

    page: DocsPage = Field(description="path below docs/")
    name: Text
    gives: Text


class ReaderPath(Row):
    """The way through the guide for a reader who arrives with one question."""

    id: Slug
    order: int = Field(ge=1)
    reader: Text = Field(description="the situation, as its button on the start page says it")
    question: Text = Field(description="what the reader then asks")
    steps: tuple[PathStep, ...] = Field(min_length=1)
