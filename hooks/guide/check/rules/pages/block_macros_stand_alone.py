"""The call of a block macro is alone on its line, with an empty line before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem
from ....view.macros import BLOCK_NAMES

# These write headings, which Markdown recognizes only at the start of a line.
AT_LINE_START = frozenset(
    {
        "case_file",
        "checklist",
        "competency_rubrics",
        "data_dictionary",
        "glossary_terms",
        "mistake_cards",
        "page_sources",
        "question_rubrics",
        "reading_list",
        "role_plays",
        "transcripts",
        "translations",
        "worked_answers",
    }
)


def check(_guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Inside a paragraph, a block element would be invalid HTML."""
    for page in pages:
        lines = page.text.split("\n")
        for call in page.calls:
            if call.name not in BLOCK_NAMES:
                continue
            line = lines[call.line - 1]
            around = [lines[i].strip() for i in (call.line - 2, call.line) if 0 <= i < len(lines)]
            text = line.strip()
            is_alone = text.startswith("[[=") and text.endswith("=]]") and text.count("[[=") == 1
            if not is_alone or any(around):
                message = f"{call.name} makes a block. Put it alone on its line, with an empty line before and after."
                yield page.problem(call.line, message)
            elif call.name in AT_LINE_START and line[:1].isspace():
                yield page.problem(
                    call.line, f"{call.name} makes headings. Start it in the first column."
                )
