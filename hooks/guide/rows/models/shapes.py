"""The format of a field's text: as a pattern for programs, and in words for people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import StringConstraints

SLUG_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
LEVEL = r"(5[7-9]|[67]\d|80)"
WORDS = re.compile(r"[A-Za-z0-9 _-]+")
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"


@dataclass(frozen=True)
class Shape:
    """The whole text must match `pattern`. `name`, `rule` and `example` tell a contributor what is allowed."""

    pattern: str
    name: str
    example: str
    rule: str

    @property
    def whole(self) -> str:
        """The pattern from the first character to the last."""
        return f"^{self.pattern}$"

    @property
    def constraint(self) -> StringConstraints:
        """What holds a text of a model to this shape."""
        return StringConstraints(pattern=self.whole)


SLUG = Shape(
    SLUG_PATTERN, "kebab-case id", "pm-loop", "lower-case letters and digits, joined by hyphens"
)


def as_slug(text: str) -> str:
    """Words as a kebab-case id: "Dog fooding" as "dog-fooding"; empty for a text with other signs."""
    return re.sub(r"[ _-]+", "-", text.lower()).strip("-") if WORDS.fullmatch(text) else ""


NUMBER_OF_ROW = Shape(
    rf"({SLUG_PATTERN}|[A-Z]{{1,4}}\d{{3}})",
    "kebab-case id, or a number such as `PM001`",
    "pm-loop or PM001",
    "an id as its list gives it",
)
NUMBER_OF_CLAIM = Shape(r"C\d{3}", "number of a claim such as `C001`", "C001", "C and three digits")
NUMBER_OF_QUESTION = Shape(
    r"[A-Z]{2,4}\d{3}",
    "number of a question such as `PM001`",
    "PM001",
    "two to four capitals and three digits",
)
# Plain hosts only: no user name before an @, no letters that look like others, nothing that could end an attribute.
URL = Shape(
    r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(/[^\s\"<>\\]*)?",
    "web address",
    "https://example.org/page",
    "https:// and a plain host in lower case, without spaces or quotes",
)
PERIOD = Shape(
    rf"{DATE}(/{DATE})?",
    "ISO date or period",
    "2026-05-31",
    "2026, 2026-05, 2026-05-31, or a period 2017/2021",
)
FLAG = Shape("(true|false)", "true or false", "true", "true or false")
LEVELS = Shape(
    rf"(all|{LEVEL}(-{LEVEL})?)",
    "a level, a band such as 63-64, or all",
    "63",
    "a level from 57 to 80, a band such as 63-64, or all",
)
PAGE = Shape(
    r"[a-z0-9/-]+\.md",
    "path of a page such as `pay/levels.md`",
    "pay/levels.md",
    "the path below docs/, in lower case",
)
STAGE_CODE = Shape(
    "(IC|M)[1-9]", "career-stage code such as `IC4`", "IC4", "IC or M, and one digit"
)
SMALL_LETTERS = Shape(
    "[^A-Z]+", "text in lower case", "go-to-market", "no capitals, at least two characters"
)
SNAKE_NAME = Shape(
    "[a-z][a-z0-9_]*",
    "snake_case name",
    "seats_sold",
    "lower-case letters and digits, joined by underscores",
)
FORMULA = Shape(
    r"[A-Za-z0-9_ .*/+()\[\]-]+",
    "a sum over the names of other lines",
    "seats * price * 12",
    "names, numbers, + - * / and parentheses",
)
SHAPES = {
    shape.whole: shape
    for shape in (
        *(SLUG, NUMBER_OF_ROW, NUMBER_OF_CLAIM, NUMBER_OF_QUESTION, URL, PERIOD, FLAG, LEVELS),
        *(PAGE, STAGE_CODE, SMALL_LETTERS, SNAKE_NAME, FORMULA),
    )
}
