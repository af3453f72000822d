"""The published prose: plain enough for a tired reader, and true to the verdicts of the ledger."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest
from guide.check.voice import voice

from tests.built.site import BuiltSite, Page, assert_none, classes
from tests.built.words.readability import reading_ease, sentences

LONGEST_SENTENCE = 40
LOWEST_EASE, AVERAGE_EASE = 40, 50
# Lists of rows: their words are checked where they are shown as prose.
NOT_PROSE = {"reference/sources/", "reference/topics/"}


def test_prose_is_easy_to_read(site: BuiltSite) -> None:
    ease = {
        page.url: reading_ease(found)
        for page in site.content_pages
        if page.url not in NOT_PROSE and (found := sentences(page))
    }
    assert_none(
        [
            f"{url}: {value:.0f}, below {LOWEST_EASE}"
            for url, value in ease.items()
            if value < LOWEST_EASE
        ]
    )
    assert sum(ease.values()) / len(ease) >= AVERAGE_EASE


def test_no_sentence_is_too_long(site: BuiltSite) -> None:
    assert_none(
        [
            f"{page.url}: {len(sentence.words)} words: {sentence.text}"
            for page in site.content_pages
            if page.url not in NOT_PROSE
            for sentence in sentences(page)
            if len(sentence.words) > LONGEST_SENTENCE
        ]
    )


def test_no_words_are_in_columns_of_spaces(site: BuiltSite) -> None:
    """On a phone the lines are broken, and a second column begins anywhere; a list holds together."""
    assert_none(
        [
            f"{page.url}: {line}"
            for page in site.content_pages
            for code in page.document.iter("pre")
            for line in "".join(code.itertext()).splitlines()
            if re.search(r"\S {2,}\S", line)
        ]
    )


# Statements that the ledger contradicts, or wrong names. They may appear where they are judged, and nowhere else.
CONTRADICTED = {
    "C015": r"\bPMs? (?:ships?|writes?) (?:the )?code\b",
    "C049": r"\b(?:identical|the same) (?:total )?(?:pay|compensation) at senior\b",
    "C058": r"\$770,000 a year|\$770K a year",
    "C060": r"\$720,000 a year|\$720K a year",
    "C056": r"\bbase\b[^.]{0,30}\$350(?:,000|K)|\$350(?:,000|K)[^.]{0,12}\bbase\b",
    "C062": r"\$500,000 a year|\$500K a year",
    "C084": r"\bDrive Clarity\b",
    "C025": r"\bGoogle,? PMs do (?:light|lightweight) marketing\b",
    "model, coach, care": r"\bleadership principles?:? (?:are )?model, coach\b",
}
# Where the guide judges a claim: it is named as the article's, beside its verdict.
JUDGED = {
    "claim",
    "page-claims",
    "guide-table--article",
    "culture__wrong",
    "mistake",
    "chart",
    "faq",
    "guide-table--roles",
}
JUDGING_WORDS = re.compile(
    r"article|wrong|claim|verdict|contradict|no source|mistake|trap|not\b|^\s*weak|\?", re.I
)


def _unjudged_text(element: Element) -> str:
    """The text outside places that judge claims; each block on a line of its own."""
    if not isinstance(element.tag, str) or JUDGED & classes(element):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [_unjudged_text(child), child.tail or ""]
    ending = "\n" if element.tag in ("p", "li", "td", "dd", "h1", "h2", "h3", "blockquote") else ""
    return "".join(parts) + ending


@pytest.mark.parametrize("claim", CONTRADICTED)
def test_no_contradicted_statement_is_reported_as_true(site: BuiltSite, claim: str) -> None:
    pattern = re.compile(CONTRADICTED[claim], re.I)
    assert_none(
        [
            f"{page.url}: {line.strip()}"
            for page in site.content_pages
            for line in _unjudged_text(page.content).split("\n")
            if pattern.search(line) and not JUDGING_WORDS.search(line)
        ]
    )


def _study_pages(site: BuiltSite) -> list[Page]:
    """The pages that speak to a candidate, as published."""
    return [page for page in site.content_pages if voice().is_study_page(_source(page.url))]


def _source(url: str) -> str:
    return f"{url.removesuffix('/')}.md" if url else "index.md"


def test_few_sentences_of_a_study_page_are_about_the_guide_or_hedge(site: BuiltSite) -> None:
    """Rows included, as a reader meets them; the box of what is not known is the place for doubt."""
    faults = []
    for page in _study_pages(site):
        found = [one.text for one in sentences(page, left_out={"unknowns"})]
        hedged = [text for text in found if voice().hedge(text)]
        if len(hedged) > voice().most_hedged(len(found)):
            faults.append(f"{page.url}: {len(hedged)} of {len(found)}: {' | '.join(hedged)}")
    assert_none(faults)


def test_a_study_page_shows_one_verdict_at_most(site: BuiltSite) -> None:
    shown = {
        page.url: sum("verdict" in classes(element) for element in page.content.iter())
        for page in _study_pages(site)
    }
    assert_none([f"{url}: {count} verdicts" for url, count in shown.items() if count > 1])


def test_the_ledger_holds_every_claim_and_leads_to_the_page_on_its_topic(
    site: BuiltSite, real_guide
) -> None:
    ledger = site.pages["reference/claims/"]
    shown = {element.get("id"): element for element in ledger.content.iter("details")}
    faults = []
    for key, claim in real_guide.claims.items():
        entry = shown.get(f"claim-{key.lower()}")
        links = [] if entry is None else [link.get("href") for link in entry.iter("a")]
        if f"../../{claim.page.removesuffix('.md')}/" not in links:
            faults.append(f"{key} does not lead to {claim.page}")
    assert_none(faults)


ANCHORS = {
    "claims": "claim-{}",
    "glossary": "term-{}",
    "sources": "source-{}",
    "mistakes": "{}",
    "questions": "{}",
    "role-plays": "{}",
    "translations": "{}",
    "faq": "{}",
    "checklist": "task-{}",
    "loops": "{}",
    "levels": "level-{}",
    "culture": "{}",
    "worked-answers": "{}",
    "offer-facts": "{}",
    "worked-offers": "{}",
    "unknowns": "unknown-{}",
    "changes": "{}",
    "company-changes": "{}",
    "sales-stages": "{}",
}


@pytest.mark.parametrize("table", ANCHORS)
def test_every_row_is_shown(site: BuiltSite, real_guide, table: str) -> None:
    published = {anchor for page in site.content_pages for anchor in page.ids}
    rows = [key for key in real_guide[table] if ANCHORS[table].format(key.lower()) not in published]
    assert_none([f"data/{table}: the row '{key}' is on no page" for key in rows])
