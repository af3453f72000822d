"""What a candidate learns and practices."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import ClaimId, DocsPage, Group, Period, Row, Slug, SourceId, Text, TrackName
from .shapes import NUMBER_OF_QUESTION

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
    "product-design",
    "product-improvement",
    "strategy",
    "execution",
    "metrics",
    "root-cause",
    "estimation",
    "technical",
    "ai",
    "segmentation",
    "positioning",
    "messaging",
    "pricing",
    "competitive",
    "launch",
    "enablement",
    "analyst",
    "growth",
    "presentation",
    "behavioral",
    "motivation",
]
QuestionScope = Literal[
    "microsoft-reported",
    "microsoft-retold",
    "microsoft-retired",
    "microsoft-guide",
    "microsoft-named",
    "pmm-reported",
    "pmm-exercise",
    "pmm-guide",
    "other-company",
    "ours-from-role",
    "article-under-review",
]


class LevelLines(Group):
    """What an answer does at each of three levels, one line each."""

    at_61: Text
    at_63: Text
    at_65: Text


class Question(Row):
    """An interview question, paraphrased, with the source that reports it."""

    id: Annotated[str, NUMBER_OF_QUESTION.constraint]
    track: TrackName
    category: QuestionCategory
    set: Literal["bank", "warm-up"] = Field(
        default="bank", description="a warm-up is trivia: good for practice, rare in a loop"
    )
    competency: Competency = Field(description="our mapping, not Microsoft's")
    scope: QuestionScope = Field(description="how the source knows the question")
    question: Text
    source: SourceId
    reported_on: Period | None = Field(
        default=None, description="the day of this report, if the source dates each one"
    )
    strong_answer: tuple[Text, ...] = Field(
        min_length=3, max_length=5, description="what a strong answer does; our advice"
    )
    follow_ups: tuple[Text, ...] = Field(
        min_length=2, max_length=2, description="what the interviewer asks next; ours"
    )
    levels: LevelLines = Field(description="what changes from level 61 to 63 to 65; ours")


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
    fix: Text = Field(description="one exercise that fixes it before the loop")
    rewrite: Text = Field(description="a made-up weak line to rewrite aloud")
    model_answer: Text = Field(description="a strong version of that line")
    claims: tuple[ClaimId, ...] = Field(
        default=(), description="claims of the article that this rests on or corrects"
    )
    sources: tuple[SourceId, ...] = Field(min_length=1)


class PathStep(Group):
    """One page of a reader's path, and what the reader gets there."""

    page: DocsPage = Field(description="path below docs/")
    track: TrackName = "both"
    name: Text
    gives: Text


class ReaderPath(Row):
    """A path through the guide for a reader who arrives with one question."""

    id: Slug
    order: int = Field(ge=1)
    reader: Text = Field(description="the situation, as its button on the home page says it")
    question: Text = Field(description="the question that the reader has")
    steps: tuple[PathStep, ...] = Field(min_length=1)
