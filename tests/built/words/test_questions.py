"""The question bank as a reader meets it: each question once, its answer folded, and a rubric for each kind."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from guide.rows.loading import Guide

from tests.built.site import BuiltSite, assert_none, classes, visible_text


def named(element: Element, name: str) -> list[Element]:
    return [found for found in element.iter() if name in classes(found)]


def test_each_question_is_shown_once_with_its_answer_folded(
    site: BuiltSite, real_guide: Guide
) -> None:
    faults, shown = [], Counter[str]()
    for page in site.content_pages:
        for element in named(page.content, "bank-question"):
            key = element.get("id", "").upper()
            shown[key] += 1
            row = real_guide["questions"][key]
            folded = [child for child in element if child.tag == "details"]
            text = visible_text(folded[0]) if folded else ""
            said = (*row.strong_answer, *row.follow_ups, row.levels.at_61, row.levels.at_65)
            faults += [
                f"{page.url} {key}: '{part}' is missing" for part in said if part not in text
            ]
            if len(named(element, "cite")) != 1:
                faults.append(f"{page.url} {key}: {len(named(element, 'cite'))} citations")
    assert_none(faults)
    assert shown == Counter(real_guide["questions"].keys())


def test_the_index_leads_to_every_kind_with_its_count(site: BuiltSite, real_guide: Guide) -> None:
    index = site.pages["prepare/questions/"]
    links = [link for kinds in named(index.content, "kinds") for link in kinds.iter("a")]
    kinds = {
        (row.track, row.category) for row in real_guide["questions"].values() if row.set == "bank"
    }
    anchors = {link.get("href", "").rpartition("#")[2] for link in links}
    assert anchors == {f"{track}-{category}" for track, category in kinds}


def test_every_kind_of_question_has_a_rubric_with_five_scores_and_three_levels(
    site: BuiltSite, real_guide: Guide
) -> None:
    rubrics = named(site.pages["loops/question-rubrics/"].content, "question-rubric")
    assert len(rubrics) == len(real_guide["question-rubrics"].all)
    for rubric in rubrics:
        terms = [visible_text(term) for term in rubric.iter("dt")]
        assert terms == ["At 61", "At 63", "At 65", "1", "2", "3", "4", "5"]
