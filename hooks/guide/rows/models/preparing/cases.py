"""Cases to practice on: what is known, what is asked, model answers, and the sums behind them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from ..base import DocsPage, Group, Period, References, Row, Slug, SourceId, SourceIds, Text
from ..shapes import FORMULA, SNAKE_NAME
from .practice import AnswerLevel, OneTrack, Rubric, Texts

LineKey = Annotated[str, SNAKE_NAME.constraint]
Formula = Annotated[
    str,
    FORMULA.constraint,
    # A bare number is a number to editors, and text to the loader.
    WithJsonSchema({"type": ["string", "number"]}),
]

CaseId = Annotated[Slug, References("cases")]
NumbersId = Annotated[Slug, References("case-numbers")]


class SumLine(Group):
    """One line of a sum: a given number, or a formula over lines above it."""

    key: LineKey = Field(description="the name by which later lines and texts use it")
    label: Text
    cells: Annotated[tuple[Formula, ...], Field(min_length=1)] = Field(
        description="numbers or formulas (+ - * / and parentheses, names of lines above, name[2] for a column): "
        "one for all columns, or one each"
    )
    form: Literal["number", "dollars", "percent"] = "number"
    decimals: int = Field(default=0, ge=0, le=3)
    nearest: int | None = Field(
        default=None, ge=1, description="round to the nearest 10, 100 and so on"
    )
    sources: tuple[SourceId, ...] = Field(
        default=(), description="where a given number is from; empty for assumptions"
    )


class CaseNumbers(Row):
    """The sums of one step of a case. Results are never typed: they are computed from the given numbers."""

    id: Slug
    title: Text
    columns: tuple[Text, ...] = Field(
        default=(), description="column headings; empty for a single column"
    )
    lines: tuple[SumLine, ...] = Field(min_length=1)


class Curveball(Group):
    """Something the interviewer adds halfway, and what a strong reply does."""

    says: Text
    strong_reply: Text


class Case(Row):
    """A case on a real situation at Microsoft. The question and the curveballs are ours."""

    id: Slug
    track: OneTrack
    title: Text
    product: Text
    trains: Text = Field(description="the kind of question, in a few words")
    question_type: Annotated[Slug, References("question-rubrics")] = Field(
        description="the rubric that scores such answers, and what differs by level"
    )
    minutes: int = Field(ge=15, le=60)
    page: DocsPage
    question: Text
    curveballs: tuple[Curveball, ...] = Field(min_length=3)
    strong_answer: Texts = Field(description="what it covers, in order")
    rubric: Rubric
    numbers: tuple[NumbersId, ...] = Field(default=(), description="sums shown with the case")
    say: Text | None = Field(
        default=None,
        description="what to say aloud, in a few sentences; for a case without model answers",
    )


class CaseFact(Row):
    """Something published about the situation of a case, handed out to candidates who ask for it."""

    id: Slug
    case: CaseId
    ask: Text = Field(description="the candidate's question that brings it out")
    asked_as: Texts = Field(description="other words or short phrases that ask for it")
    unasked: Text = Field(description="what a candidate who never asked for it assumes")
    fact: Text
    measured_by: Text | None = Field(
        default=None, description="who counted or surveyed, if the fact is a measurement"
    )
    date: Period | None = Field(default=None, description="when it happened or was published")
    sources: SourceIds


class Probe(Group):
    """What the interviewer asks next, and a reply."""

    asks: Text
    reply: Text


class CaseAnswer(Row):
    """A model answer to a case, as someone at one level gives it. `{table.line}` shows a number of case-numbers."""

    id: Slug
    case: CaseId
    level: AnswerLevel
    answer: Texts = Field(description="paragraphs")
    probes: tuple[Probe, ...] = Field(min_length=1)
