"""Microsoft's job posts as facts: code, ranges, years and what they ask for. No sentence of a post is copied."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from .base import Day, DocsPage, Dollars, References, Row, Slug, SourceId, Text, Url, split_list
from .shapes import SMALL_LETTERS, STAGE_CODE

# As printed before the code. New ones are added here by hand, so that a misspelled one is reported.
Discipline = Literal[
    "Product Management",
    "Product Marketing",
    "Field Product Marketing",
    "Integrated Marketing",
    "Partner Marketing",
    "Market Research",
    "Brand",
    "Software Engineering",
    "Technical Program Management",
    "Business Program Management",
    "Product Design",
]
Code = Annotated[str, STAGE_CODE.constraint]
CodesInCell = Annotated[
    tuple[Code, ...],
    BeforeValidator(split_list),
    WithJsonSchema({"type": "string", "description": "codes as printed, separated by semicolons"}),
]
# The text of a post is compared in lower case, so a capital would never match.
SoughtWords = Annotated[
    str, StringConstraints(pattern=SMALL_LETTERS.whole, min_length=2, strip_whitespace=True)
]
Years = Annotated[int, Field(ge=0, le=30)]
# As printed; like the disciplines, extended by hand.
Travel = Literal["0-25%"]
PostTrack = Literal["pm", "pmm", "field-pmm", "other-marketing"]


class JobPost(Row):
    """A Microsoft job post, read on a copy after the post had closed."""

    id: Slug = Field(description="Microsoft's job number where the copy shows one")
    track: PostTrack
    title: Text
    discipline: Discipline | None = Field(description="as printed before the code")
    codes: CodesInCell | None = Field(description="as printed; two where the post prints two")
    us_low: Dollars | None = Field(description="US range of the first code; base pay per year")
    us_high: Dollars | None
    metro_low: Dollars | None = Field(description="San Francisco Bay area and New York")
    metro_high: Dollars | None
    second_us_low: Dollars | None = Field(description="US range of the second code")
    second_us_high: Dollars | None
    second_metro_low: Dollars | None
    second_metro_high: Dollars | None
    posted: Day | None
    apply_until: Day | None = Field(description="last day to apply, if the post names one")
    location: Text | None
    travel: Travel | None = Field(description="share of the time, as printed")
    required_years: Years | None = Field(description="with a Bachelor's degree")
    required_years_with_master: Years | None
    preferred_years: Years | None
    degree: Text | None = Field(description="required, in our words")
    counts_product_years: Literal["yes"] | None = Field(
        description="yes if a marketing post counts years in product management"
    )
    area: Text | None = Field(description="product or team, in our words")
    themes_coded: Literal["yes", "no"] = Field(
        description="whether its qualifications are in job-post-themes.csv"
    )
    text_read: Text = Field(description="the part of the post that the copy holds")
    address: Url | None = Field(
        description="where it was posted; shown as text because the post has closed"
    )
    copied: Day = Field(
        description="the day the copy was made, or the day we read it if it shows none"
    )
    source: SourceId
    note: Text | None


class PostTheme(Row):
    """Something that posts ask for, with what counts as asking for it."""

    id: Slug
    theme: Text = Field(description="short enough for a chart on a phone")
    tracks: tuple[Literal["pm", "pmm"], ...] = Field(
        min_length=1, description="the tracks whose posts were searched for it"
    )
    means: Text = Field(description="what counts, and what does not")
    words: Annotated[tuple[SoughtWords, ...], Field(min_length=1)] = Field(
        description="what the post decoder looks for, each at the start of a word"
    )
    competency: Annotated[Slug, References("competencies")] = Field(
        description="what a story that answers the theme shows"
    )
    page: DocsPage = Field(description="where a reader practices it")


class PostSign(Row):
    """A clue for the post decoder: whether a text is a job post, and which track, code and parts it has."""

    id: Slug
    sign: Literal[
        "post",
        "track",
        "title",
        "required",
        "preferred",
        "heading",
        "form",
        "not-post",
        "other-role",
        "job",
        "foreign",
        "elsewhere",
        "us",
    ]
    words: Annotated[tuple[SoughtWords, ...], Field(min_length=1)]
    track: Literal["pm", "pmm"] | None = Field(default=None, description="for track and title")
    code: Code | None = Field(default=None, description="for title: the code it is read as")

    @model_validator(mode="after")
    def _says_what_it_means(self) -> PostSign:
        if (self.sign in ("track", "title")) != bool(self.track):
            raise ValueError(f"a sign of the kind '{self.sign}' {self._needs('track', 'track')}")
        if (self.sign == "title") != bool(self.code):
            raise ValueError(f"a sign of the kind '{self.sign}' {self._needs('title', 'code')}")
        return self

    def _needs(self, kind: str, field: str) -> str:
        wants = self.sign == kind or (field == "track" and self.sign == "title")
        return (
            f"needs a {field}, for example {'pm' if field == 'track' else 'IC4'}"
            if wants
            else f"takes no {field}"
        )


class PostAsksFor(Row):
    """One theme in the qualifications of one post."""

    id: Slug
    post: Annotated[Slug, References("job-posts")]
    theme: Annotated[Slug, References("post-themes")]
    requirement: Literal["required", "preferred"] = Field(
        description="required if both parts of the post name it"
    )
