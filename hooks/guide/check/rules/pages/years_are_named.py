"""Two figures of different years share a sentence only if the sentence names a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....pages.page import CODE, Page
from ....rows.loading import Guide
from ....rows.problems import Problem

BRIEF = re.compile(r'\[\[=\s*figure\(\s*"([a-z0-9-]+)"[^)]*\bbrief=True[^)]*\)\s*=\]\]')
YEAR = re.compile(
    r"\b(?:19|20)\d\d\b|\byears?\b (?:apart|earlier|later)|\b(?:older|newer|then and now)\b"
)
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n\s*\n|\n\s*(?=[-*] |\d+\. )")
UNNAMED = "compares figures of {} without saying so. Name the years in the sentence, or leave brief=True out."
TABLES = (("compensation", "as_of"), ("pay-aggregates", "period"), ("posted-ranges", "as_of"))


def check(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Looks at figures that are shown without their date; the long form shows it."""
    for page in pages:
        if len(BRIEF.findall(page.text)) < 2:  # most pages: no sentence compares any
            continue
        text = CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.text)
        start = 0
        for end in [*(found.end() for found in SENTENCE_END.finditer(text)), len(text)]:
            figures = list(BRIEF.finditer(text, start, end))
            dates = {date for found in figures if (date := _date(guide, found[1]))}
            words = re.sub(r"\[\[=.*?=\]\]", "", text[start:end], flags=re.S)
            if len(dates) > 1 and not YEAR.search(words):
                line = text.count("\n", 0, figures[0].start()) + 1
                yield page.problem(line, UNNAMED.format(" and ".join(sorted(dates))))
            start = end


def _date(guide: Guide, row_id: str) -> str:
    for table, field in TABLES:
        if row := guide[table].get(row_id):
            period = str(getattr(row, field))
            return "/".join(part[:4] for part in period.split("/"))
    return ""
