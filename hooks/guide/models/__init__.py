"""Row types: the one truth about what a data file may hold."""

from .base import References, Row, period_end
from .evidence import Claim, RetiredId, Source, Unknown
from .loops import LoopReport, LoopStage
from .pay import (
    ArticleFigure,
    Guideline,
    Level,
    Observation,
    OfferFact,
    PayAggregate,
    PostedRange,
)
from .roles import OwnershipStep, RoleAspect, Track
from .study import Mistake, Question, ReaderPath, Term

__all__ = [
    "ArticleFigure",
    "Claim",
    "Guideline",
    "Level",
    "LoopReport",
    "LoopStage",
    "Mistake",
    "Observation",
    "OfferFact",
    "OwnershipStep",
    "PayAggregate",
    "PostedRange",
    "Question",
    "ReaderPath",
    "References",
    "RetiredId",
    "RoleAspect",
    "Row",
    "Source",
    "Term",
    "Track",
    "Unknown",
    "period_end",
]
