"""Row types: the one truth about what a data file may hold."""

from .base import References, Row, period_end
from .changes import Change
from .culture import CultureItem, FinalTalkAccount, NameChange, TransferRule
from .evidence import Claim, RetiredId, Source, Unknown
from .facts import AiFact, CompanyChange, SalesStage, SellingFact, SourcedFact, YearMark
from .loops import LoopReport, LoopStage
from .pay.compensation import (
    ArticleFigure,
    Guideline,
    Level,
    Observation,
    PayAggregate,
    PostedRange,
)
from .pay.negotiation import NegotiationAccount, NegotiationFact, NegotiationScript
from .pay.offers import OfferFact, WorkedOffer
from .posts import JobPost, PostAsksFor, PostSign, PostTheme
from .preparing.answers import Answer
from .preparing.cases import Case, CaseAnswer, CaseFact, CaseNumbers
from .preparing.practice import (
    Competency,
    MockRound,
    QuestionRubric,
    StoryExample,
    Transcripts,
    Translation,
    WorkedAnswer,
)
from .preparing.preparation import (
    AssessmentItem,
    ChecklistTask,
    FaqEntry,
    PlanPriority,
    PlanWeek,
    QuestionToAsk,
)
from .preparing.prompts import PromptExample, PromptPack
from .preparing.role_plays import Ending, Reply, RolePlay, Turn
from .roles import OwnershipStep, Partner, RoleAspect, Track
from .searching import ReaderQuestion, SynonymGroup
from .study import Mistake, Question, ReaderPath, Term
from .tools import StudyTool

__all__ = [
    "AiFact",
    "Answer",
    "ArticleFigure",
    "AssessmentItem",
    "Case",
    "CaseAnswer",
    "CaseFact",
    "CaseNumbers",
    "Change",
    "ChecklistTask",
    "Claim",
    "CompanyChange",
    "Competency",
    "CultureItem",
    "Ending",
    "FaqEntry",
    "FinalTalkAccount",
    "Guideline",
    "JobPost",
    "Level",
    "LoopReport",
    "LoopStage",
    "Mistake",
    "MockRound",
    "NameChange",
    "NegotiationAccount",
    "NegotiationFact",
    "NegotiationScript",
    "Observation",
    "OfferFact",
    "OwnershipStep",
    "Partner",
    "PayAggregate",
    "PlanPriority",
    "PlanWeek",
    "PostAsksFor",
    "PostSign",
    "PostTheme",
    "PostedRange",
    "PromptExample",
    "PromptPack",
    "Question",
    "QuestionRubric",
    "QuestionToAsk",
    "ReaderPath",
    "ReaderQuestion",
    "References",
    "Reply",
    "RetiredId",
    "RoleAspect",
    "RolePlay",
    "Row",
    "SalesStage",
    "SellingFact",
    "Source",
    "SourcedFact",
    "StoryExample",
    "StudyTool",
    "SynonymGroup",
    "Term",
    "Track",
    "Transcripts",
    "TransferRule",
    "Translation",
    "Turn",
    "Unknown",
    "WorkedAnswer",
    "WorkedOffer",
    "YearMark",
    "period_end",
]
