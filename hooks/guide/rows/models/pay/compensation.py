"""Levels and money. US dollars throughout; every amount says what it is per."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from ..base import (
    ClaimId,
    Confidence,
    Count,
    Dollars,
    LevelNumber,
    Levels,
    Per,
    Period,
    Row,
    Slug,
    SourceId,
    SourceIdsInCell,
    Text,
)
from ..evidence import Verdict
from ..posts import Code, Discipline

Metric = Literal["base", "stock", "bonus", "total"]
PayTrack = Literal["pm", "pmm", "other"]
Region = Literal["us", "us-main", "us-sf-nyc", "worldwide"]
Statistic = Literal[
    "average",
    "median",
    "not-stated",
    "highest",
    "guideline-bottom",
    "guideline-top",
    "reports-at-or-above-500k",
]
Amount = Dollars | None


class Level(Row):
    """A level of the ladder, with the titles and the job-post code that go with it."""

    key_field: ClassVar[str] = "level"

    level: LevelNumber
    band: Literal["entry", "mid", "senior", "principal", "partner", "distinguished", "fellow"]
    pm_title: Text | None
    pmm_title: Text | None = Field(description="empty if no title was seen")
    manager_title: Text | None = Field(description="title of PMs at this level who manage people")
    job_post_code: Text | None = Field(description="IC code in job posts; no post prints a level")
    manager_code: Text | None = Field(description="M code of those who manage people")
    code_basis: Literal["offer", "title", "inferred"] | None = Field(
        description="offer: offers print this code with this level. title: posts print it with this title, "
        "and the level is inferred. inferred: neither was seen"
    )
    mapping_basis: Text
    confidence: Confidence
    sources: SourceIdsInCell


class Observation(Row):
    """One published pay figure: one value, one date, one source."""

    id: Slug
    track: PayTrack
    level: LevelNumber | None
    title: Text
    region: Region
    metric: Metric
    statistic: Statistic
    value: int = Field(ge=0)
    unit: Literal["USD", "reports"]
    per: Per = Field(
        description="year, or the grant the amount covers; a grant is never added to a year"
    )
    as_of: Period
    n: Count | None = Field(description="reports behind the figure; empty if not published")
    confidence: Confidence
    source: SourceId
    note: Text | None


class PayAggregate(Row):
    """Self-reported US or worldwide pay of one title, level and period. Aggregates only; small cells say so."""

    id: Slug
    title: Literal[
        "product-manager", "marketing", "product-marketing-tag", "technical-program-manager"
    ]
    level: Levels
    region: Region
    period: Period
    metric: Metric
    per: Literal["year"]
    n: Count = Field(description="reports in the cell; at least 3")
    p10: Amount
    p25: Amount
    median: Dollars
    p75: Amount
    p90: Amount
    source: SourceId

    @property
    def is_small_sample(self) -> bool:
        """Fewer than 10 reports: a hint, not a finding."""
        return self.n < 10


class PostedRange(Row):
    """A base-pay range in Microsoft's job posts of one discipline and code, at one time and place."""

    id: Slug
    track: PayTrack
    discipline: Discipline | None = Field(description="as printed before the code")
    title: Text = Field(description="a usual title of these posts")
    code: Code | None = Field(description="as the post prints it")
    code_basis: Literal["printed", "inferred", "none"]
    region: Region
    low: Dollars
    high: Dollars
    per: Literal["year"]
    as_of: Period = Field(description="when posts with this range were seen, first to last")
    posts: Count | None = Field(description="posts read with this range; empty if not counted")
    confidence: Confidence
    source: SourceId
    note: Text | None


class Guideline(Row):
    """What the leaked 2025 guidelines allow for a new hire at one level (written for engineering)."""

    key_field: ClassVar[str] = "level"

    level: LevelNumber
    band: Text
    main_base_per_year_low: Amount
    main_base_per_year_high: Amount
    high_cost_base_per_year_low: Amount
    high_cost_base_per_year_high: Amount
    on_hire_stock_per_four_year_grant_low: Amount
    on_hire_stock_per_four_year_grant_high: Amount
    annual_stock_per_five_year_grant_low: Amount
    annual_stock_per_five_year_grant_high: Amount
    sign_on_once_low: Amount
    sign_on_once_high: Amount
    bonus_percent_of_base_low: int | None = Field(ge=0, le=200)
    bonus_percent_of_base_high: int | None = Field(ge=0, le=200)
    as_of: Period
    confidence: Confidence
    source: SourceId
    note: Text | None


class ArticleFigure(Row):
    """A pay figure of the reviewed article, weighed against the evidence."""

    id: Slug
    claim: ClaimId
    verdict: Verdict = Field(description="on this figure alone; its claim may hold several")
    track: Literal["pm", "pmm", "both"]
    level: LevelNumber | None
    metric: Metric
    low: Dollars
    high: Dollars = Field(description="equal to low if the article gives one value")
    per: Literal["year", "four-year-grant", "year-plus-four-year-grant", "unstated"]
    base: Slug | None = Field(description="id of the base figure that a mixed total adds")
    grant: Slug | None = Field(description="id of the four-year grant that a mixed total adds")
    restated_per_year: Amount = Field(
        description="base plus a quarter of the grant, for a mixed total"
    )
    evidence: Text = Field(
        description="what the evidence shows, without figures that have a row of their own"
    )
