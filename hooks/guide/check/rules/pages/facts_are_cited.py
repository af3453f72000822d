"""A fact about Microsoft, its interviewers, recruiters or levels has a source in its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ....pages.page import CODE, Page
from ....rows.loading import Guide
from ....rows.problems import Problem
from ....rows.readers.settings import read_settings

REVIEWED = Path(__file__).parents[2] / "uncited.yml"
# Parts that explain how the guide works, not what Microsoft does.
LEFT_OUT = ("contribute/", "reference/your-data.md", "reference/topics.md", "reference/changes.md")
CALL = re.compile(r"\[\[=\s*(\w+)\(.*?\)\s*=\]\]", re.S)
# Calls that cite a source, or link to a place that does.
SOURCED = frozenset(
    (
        *(
            "cite",
            "figure",
            "facts",
            "verdict",
            "level",
            "rounds",
            "certainty",
            "asked",
        ),
        *("coded_posts", "days_open", "posts_counting_product_years", "ask_line", "case_number"),
    )
)
BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*>#]|\d+\.|\?\?\?|!!!) )")
SENTENCE = re.compile(r"\S.*?(?:[.!?][\"”’)*]*(?=\s)|\Z)", re.S)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
ABOUT = re.compile(
    r"\b(?:Microsoft(?:'s)?|interviewers?|recruiters?|hiring managers?|levels?|loops?|rounds?|job posts?|bonus(?:es)?"
    r"|stock awards?|guidelines|PMM?s)\b",
    re.I,
)
FACT = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|asks?|asked|paid|pays?|posted|prints?|holds?|uses?|begins?|ends?|ended|vests?"
    r"|decides?|gives?|sends?|expects?|judges?|grades|scores?|counts|changed|publish(?:es|ed)?|hires?|hired|splits?|writes?"
    r"|wrote|covers?|runs?|comes?|makes?|sits?|belongs?|means?|differs?|varies|vary|earns?|grows?|grew|says?|reports|names|lists)\b"
)
# Advice, guesses, offers of help and possibilities are not statements of fact.
NO_STATEMENT = re.compile(
    r"\b(?:may|might|can|could|should|would|will|must|if|unless|this guide|this page|let)\b|\?$",
    re.I,
)
# An instruction, a clause without a main verb, a line to say, and a statement that nothing was published.
NO_START = re.compile(
    r"^(?:Next\b|Ask\b|Send\b|Start\b|Plan\b|Read\b|Say\b|Learn\b|Name\b|Prepare\b|(?:Give|Take|Keep|Use|Write|Tell|Look|Find|Check|Pick|Make|Show|Never|Expect|Treat|Go|Match)\b|What\b|How\b|Which\b|For\b|No\b|[\"“(])"
    r"|\bnot public\b|[^.!?]$"
)
# The subject is looked for in this many words from the start of a sentence.
SUBJECT_WORDS = 5
SHOWN = "hooks/guide/check/uncited.yml"
HOW_TO_FIX = f"Add cite(), or a macro that brings its source. If it needs none, say why in {SHOWN}."


def check(_guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Looks at sentences with one of these subjects and a verb that states a fact; advice and questions pass."""
    for page in pages:
        if page.path.startswith(LEFT_OUT):
            continue
        listed = reviewed().get(page.path, frozenset())
        found = list(uncited(page))
        for line, sentence in found:
            if sentence not in listed:
                message = f"'{sentence[:80]}' states a fact and has no source in its paragraph."
                yield page.problem(line, message, HOW_TO_FIX)
        for sentence in sorted(listed - {sentence for _, sentence in found}):
            message = (
                f"'{sentence[:80]}' is accepted in {SHOWN}, and this page does not hold it. "
                "Take it off that list."
            )
            yield page.problem(1, message)


def uncited(page: Page) -> Iterator[tuple[int, str]]:
    """Sentences of fact without a source in their paragraph, with their lines."""
    text = CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.text)
    start = sum(len(line) + 1 for line in text.split("\n")[: page.body_line - 1])
    for end in [*(found.start() for found in BLOCK.finditer(text, start)), len(text)]:
        block, at = text[start:end], start
        start = end
        if block.lstrip().startswith("#") or any(name in SOURCED for name in CALL.findall(block)):
            continue
        for found in SENTENCE.finditer(block):
            sentence = _plain(found[0])
            if states_a_fact(sentence):
                yield text.count("\n", 0, at + found.start()) + 1, sentence


def states_a_fact(sentence: str) -> bool:
    """Whether the subject is Microsoft, its people, its loops or its pay, and the verb states a fact."""
    subject = " ".join(sentence.split()[:SUBJECT_WORDS])
    about = ABOUT.search(subject)
    is_statement = about and FACT.search(sentence, about.end())
    if not is_statement or NO_START.search(sentence):
        return False
    return not NO_STATEMENT.search(sentence)


def _plain(sentence: str) -> str:
    """The words of a sentence: links and terms by their text, other calls by nothing, one space between words."""
    words = CALL.sub(_shown, LINK.sub(r"\1", sentence))
    return " ".join(re.sub(r"^\s*(?:[-*>]|\d+\.)\s+|[*_]{2}", "", words).split())


def _shown(call: re.Match[str]) -> str:
    """A term as the sentence shows it; other calls add no words."""
    text = re.search(r'text="([^"]*)"', call[0]) or re.search(r'term\("([^"]*)"', call[0])
    return text[1] if text else ""


@lru_cache(maxsize=1)
def reviewed() -> dict[str, frozenset[str]]:
    """Sentences that a maintainer has reviewed and accepted, by page."""
    listed = read_settings(REVIEWED.read_text(encoding="utf-8"))
    return {
        page: frozenset(entry["sentence"] for entry in entries) for page, entries in listed.items()
    }
