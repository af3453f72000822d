"""Which file holds which rows. The one list of tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from . import models
from .models import Row


@dataclass(frozen=True)
class Table:
    """A data file, its row type, and how many days its dated rows stay fresh (None: they do not age).

    `dated_by` is the field that dates a row of a table that ages.
    """

    file: str
    model: type[Row]
    shelf_life_days: int | None = None
    dated_by: str = "as_of"

    @property
    def name(self) -> str:
        """The stem of the file: the name by which references and schemas know the table."""
        return self.file.rsplit(".", 1)[0]

    @property
    def fields(self) -> list[str]:
        """Field names in the model's order."""
        return list(self.model.model_fields)

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of one row. It is made once and shared, so do not change it."""
        return self.model.model_json_schema()

    @property
    def is_csv(self) -> bool:
        """Whether the file is CSV (numbers) and not YAML (words)."""
        return self.file.endswith(".csv")


TABLES = (
    Table("sources.yml", models.Source),
    Table("claims.yml", models.Claim),
    Table("unknowns.yml", models.Unknown),
    Table("answers.yml", models.Answer),
    Table("tracks.yml", models.Track),
    Table("role-aspects.yml", models.RoleAspect),
    Table("ownership.yml", models.OwnershipStep),
    Table("partners.yml", models.Partner),
    Table("loops.yml", models.LoopStage),
    # Loops are reworked often, so a report older than three years is marked as old.
    Table("loop-reports.yml", models.LoopReport, shelf_life_days=3 * 365, dated_by="reported_on"),
    Table("levels.csv", models.Level),
    # Ranges and guidelines are reviewed yearly; pay figures age as fast.
    Table("compensation.csv", models.Observation, shelf_life_days=548),
    Table("pay-aggregates.csv", models.PayAggregate, shelf_life_days=548, dated_by="period"),
    Table("job-posts.csv", models.JobPost),
    Table("post-themes.yml", models.PostTheme),
    Table("job-post-themes.csv", models.PostAsksFor),
    Table("post-signs.yml", models.PostSign),
    Table("posted-ranges.csv", models.PostedRange, shelf_life_days=548),
    Table("offer-guidelines.csv", models.Guideline, shelf_life_days=730),
    Table("offer-facts.yml", models.OfferFact, shelf_life_days=1095),
    Table("article-figures.csv", models.ArticleFigure),
    Table("mistakes.yml", models.Mistake),
    Table("questions.yml", models.Question),
    Table("question-rubrics.yml", models.QuestionRubric),
    Table("mock-rounds.yml", models.MockRound),
    Table("glossary.yml", models.Term),
    Table("competencies.yml", models.Competency),
    Table("worked-answers.yml", models.WorkedAnswer),
    Table("role-plays.yml", models.RolePlay),
    Table("transcripts.yml", models.Transcripts),
    Table("translations.yml", models.Translation),
    Table("case-numbers.yml", models.CaseNumbers),
    Table("cases.yml", models.Case),
    Table("case-facts.yml", models.CaseFact),
    Table("case-answers.yml", models.CaseAnswer),
    Table("story-map-example.yml", models.StoryExample),
    Table("checklist.yml", models.ChecklistTask),
    Table("study-plans.yml", models.PlanWeek),
    Table("plan-priorities.yml", models.PlanPriority),
    Table("self-assessment.yml", models.AssessmentItem),
    Table("questions-to-ask.yml", models.QuestionToAsk),
    Table("faq.yml", models.FaqEntry),
    Table("culture.yml", models.CultureItem),
    Table("final-talk-accounts.yml", models.FinalTalkAccount),
    Table("name-history.yml", models.NameChange),
    Table("transfer-rules.yml", models.TransferRule),
    # What products can do and what they cost changes within months.
    Table("ai-facts.yml", models.AiFact, shelf_life_days=548),
    Table("selling-facts.yml", models.SellingFact, shelf_life_days=730),
    Table("sales-stages.yml", models.SalesStage),
    Table("fiscal-year.yml", models.YearMark),
    Table("company-changes.yml", models.CompanyChange),
    # Laws and practice move; an account of three years ago says little.
    Table(
        "negotiation-accounts.yml",
        models.NegotiationAccount,
        shelf_life_days=3 * 365,
        dated_by="date",
    ),
    Table("negotiation-facts.yml", models.NegotiationFact),
    Table("negotiation-scripts.yml", models.NegotiationScript),
    Table("worked-offers.yml", models.WorkedOffer),
    Table("prompt-packs.yml", models.PromptPack),
    Table("prompt-examples.yml", models.PromptExample),
    Table("study-tools.yml", models.StudyTool),
    Table("changes.yml", models.Change),
    Table("synonyms.yml", models.SynonymGroup),
    Table("reader-questions.yml", models.ReaderQuestion),
    Table("reader-paths.yml", models.ReaderPath),
    Table("retired-ids.yml", models.RetiredId),
)
TABLE_BY_NAME = {table.name: table for table in TABLES}
TABLE_BY_MODEL = {table.model: table for table in TABLES}
