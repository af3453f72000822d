"""What is evaluated, and the exercises that train it."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from ..base import Group, References, Row, Slug, SourceId, SourceIds, Text
from ..shapes import NUMBER_OF_QUESTION
from ..study import LevelLines, QuestionCategory

OneTrack = Literal["pm", "pmm"]
AnswerLevel = Literal["61", "63", "65"]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
CompetencyId = Annotated[Slug, References("competencies")]
QuestionId = Annotated[str, NUMBER_OF_QUESTION.constraint, References("questions")]


class Rubric(Group):
    """Signals by which an answer can be judged."""

    weak: Texts
    mixed: Texts
    strong: Texts


class Competency(Row):
    """Something that interviewers evaluate, with a rubric for each track."""

    id: Slug
    name: Text
    meaning: Text = Field(description="in our words")
    wording: Text = Field(description="who uses the name, and how")
    basis: Literal["microsoft-culture", "reported-list", "our-label"]
    pm: Rubric
    pmm: Rubric
    prepare: Text = Field(description="one thing to do")
    sources: SourceIds


class FiveLevels(Group):
    """How an answer sounds at each of five levels, the best last."""

    level_1: Text
    level_2: Text
    level_3: Text
    level_4: Text
    level_5: Text


class QuestionRubric(Row):
    """How answers to one kind of question are judged on one track. Ours, informed by public rubrics."""

    id: Slug
    track: OneTrack
    type: Text = Field(description="the kind of question, as a reader would call it")
    categories: Annotated[tuple[QuestionCategory, ...], Field(min_length=1)] = Field(
        description="the categories of questions that it judges"
    )
    listens_for: Texts
    levels: FiveLevels
    by_level: LevelLines = Field(description="what differs from level 61 to 63 to 65")
    red_flag: Text = Field(description="what ends an answer")
    informed_by: SourceIds


class TimeMark(Group):
    """What an answer should have said by a minute of the round."""

    minute: int = Field(ge=1, le=60)
    said: Text


def _check_marks(marks: tuple[TimeMark, ...]) -> tuple[TimeMark, ...]:
    minutes = [mark.minute for mark in marks]
    if minutes != sorted(set(minutes)):
        raise ValueError("give the minutes in order, each once")
    return marks


class MockRound(Row):
    """One kind of round, rehearsed against the clock: what the interviewer says, and when. Ours."""

    id: Annotated[Slug, References("question-rubrics")] = Field(
        description="the rubric that scores it"
    )
    place: int = Field(ge=1, description="its place among the rounds of its track")
    minutes: int = Field(ge=10, le=60, description="length of the interview, without the scoring")
    trains: Annotated[tuple[CompetencyId, ...], Field(min_length=1)]
    why: Text
    opening: Text = Field(description="what the interviewer says first")
    marks: Annotated[tuple[TimeMark, ...], Field(min_length=2), AfterValidator(_check_marks)]
    curveballs: Annotated[tuple[Text, ...], Field(min_length=2)]


class LevelAnswer(Group):
    """How someone at one level answers, and what the interviewer asks next."""

    level: AnswerLevel
    answer: Texts = Field(description="paragraphs")
    next_question: Text


def _check_levels(levels: tuple[LevelAnswer, ...]) -> tuple[LevelAnswer, ...]:
    if tuple(answer.level for answer in levels) != get_args(AnswerLevel):
        raise ValueError(f"give one answer each for {', '.join(get_args(AnswerLevel))}, in order")
    return levels


class WorkedAnswer(Row):
    """One question answered at three levels. People, products, companies and numbers are fictional."""

    id: Slug
    competency: CompetencyId
    track: OneTrack
    question: QuestionId
    setting: Text
    levels: Annotated[tuple[LevelAnswer, ...], AfterValidator(_check_levels)]
    grows: Text = Field(description="what changes from level to level")


class Exchange(Group):
    """An interviewer's question and the candidate's reply."""

    asks: Text
    says: Text


class Mark(Group):
    """What an interviewer marks in an answer."""

    quote: Text = Field(description="the candidate's exact words")
    note: Text = Field(description="what they show")


class Candidate(Group):
    """A candidate in a transcript, with the interviewer's debrief."""

    level: AnswerLevel
    verdict: Literal["hire", "no-hire"] = Field(description="at that level")
    exchanges: tuple[Exchange, ...] = Field(min_length=2)
    notes: tuple[Mark, ...] = Field(min_length=2)
    why: Text


class Transcripts(Row):
    """One question and what three candidates said, one at each level. The reader is the interviewer."""

    id: Slug
    track: OneTrack
    question: QuestionId
    setting: Text
    candidates: Annotated[tuple[Candidate, ...], Field(min_length=3, max_length=3)]
    differs: Text = Field(description="what differs between the three, other than words")


class Translation(Row):
    """A technical idea explained to a buyer without jargon."""

    id: Slug
    idea: Text
    buyer: Text
    plain_version: Text
    avoid: Texts
    likely_pushback: Text
    reply: Text
    sources: tuple[SourceId, ...] = ()


class StoryExample(Row):
    """One story of an example story map: which competencies it shows, and its angle for each track."""

    id: Slug
    story: Text
    competencies: Annotated[tuple[CompetencyId, ...], Field(min_length=1)]
    pm_angle: Text
    pmm_angle: Text
