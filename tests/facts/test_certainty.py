"""How sure an answer is: each branch of the rule, and what counts as one voice."""

from __future__ import annotations

import datetime as dt
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from guide.facts.certainty import WORDS, certainty_of, voice_of
from guide.rows.loading import Guide
from guide.view.context import Context
from guide.view.macros.certainty import answer_list, certainty

from tests.guides import guide_of, row

TODAY = dt.date(2026, 11, 28)
MICROSOFT = {"kind": "microsoft-page", "grade": "microsoft-says"}
EMPLOYEE = {"kind": "employee-account", "grade": "employee-says", "author": "A B"}
CANDIDATE = {"kind": "candidate-account", "grade": "first-hand"}
POST = {"kind": "copy-of-job-post", "grade": "secondary"}
ARTICLE = {"kind": "reviewed-article", "grade": "one-article-only"}
GUIDE: dict[str, Any] = {}


def sources(*kinds: dict[str, Any]) -> list[dict[str, Any]]:
    """A source of each kind, at an address of its own, fresh unless the kind says otherwise."""
    return [
        row(
            "sources",
            **{"id": f"s{n}", "url": f"https://s{n}.example/", "published": "2026-06", **kind},
        )
        for n, kind in enumerate(kinds)
    ]


def judged(tmp_path: Path, *kinds: dict[str, Any], against: int = 0, **inputs: Any) -> str:
    """The certainty of an answer on these sources; the last `against` of them say otherwise."""
    rows = sources(*kinds)
    ids = [source["id"] for source in rows]
    cut = len(ids) - against
    answer = row("answers", sources=ids[:cut], against=ids[cut:], **inputs)
    guide = guide_of(tmp_path, sources=rows, answers=[answer])
    return certainty_of(guide, guide["answers"]["an-answer"], TODAY).word


OLD = {"published": "2020"}
UNDATED = {"published": None}
CASES: dict[str, tuple[tuple[dict[str, Any], ...], dict[str, Any], str]] = {
    "Microsoft itself": ((MICROSOFT,), {}, "high"),
    "a named employee": ((EMPLOYEE,), {}, "moderate"),
    "someone who was there": ((CANDIDATE,), {}, "moderate"),
    "a guide": ((GUIDE,), {}, "low"),
    "one article": ((ARTICLE,), {}, "very low"),
    "a post on a copy": ((POST,), {}, "moderate"),
    "a post that can be traced": ((POST,), {"traceable": True}, "high"),
    "a guide is not traced to Microsoft": ((GUIDE,), {"traceable": True}, "low"),
    "Microsoft, long ago": (({**MICROSOFT, **OLD},), {}, "moderate"),
    "Microsoft, without a date": (({**MICROSOFT, **UNDATED},), {}, "moderate"),
    "old for a loop": (({**EMPLOYEE, "published": "2023-01"},), {}, "low"),
    "not old for a role": (
        ({**EMPLOYEE, "published": "2023-01"},),
        {"subject": "role"},
        "moderate",
    ),
    "three guides agree": ((GUIDE, GUIDE, GUIDE), {}, "moderate"),
    "two guides agree": ((GUIDE, GUIDE), {}, "low"),
    "a fresh guide beside an old employee": (({**EMPLOYEE, **OLD}, GUIDE), {}, "low"),
    "one of six says otherwise": ((GUIDE,) * 6, {"against": 1}, "moderate"),
    "one of three says otherwise": ((EMPLOYEE, GUIDE, GUIDE), {"against": 1}, "low"),
    "as many say otherwise": ((MICROSOFT, GUIDE), {"against": 1}, "low"),
    "about a part of it": ((MICROSOFT,), {"directness": "partly"}, "moderate"),
    "about something near it": ((MICROSOFT,), {"directness": "indirect"}, "low"),
    "never below the last word": ((ARTICLE,), {"directness": "indirect"}, "very low"),
    "never above the first": ((MICROSOFT, GUIDE, CANDIDATE), {}, "high"),
    "nobody": ((), {}, "very low"),
}


@pytest.mark.parametrize("case", CASES)
def test_each_branch(tmp_path: Path, case: str) -> None:
    kinds, inputs, word = CASES[case]
    assert judged(tmp_path, *kinds, **inputs) == word


def test_papers_that_retell_one_report_are_one_voice(tmp_path: Path) -> None:
    one_report = {"voice": "one-report"}
    assert judged(tmp_path / "a", one_report, one_report, one_report) == "low"
    assert judged(tmp_path / "b", GUIDE, GUIDE, GUIDE) == "moderate"


def test_one_site_one_author_and_microsoft_are_one_voice_each(tmp_path: Path) -> None:
    rows = sources(
        {"url": "https://www.site.example/a"},
        {"url": "https://site.example/b"},
        {**EMPLOYEE, "url": "https://medium.com/@ab/1"},
        {**EMPLOYEE, "url": "https://ab.example/2"},
        {**MICROSOFT, "url": "https://careers.microsoft.com/1"},
        {**MICROSOFT, "url": "https://learn.microsoft.com/2"},
        {"url": "https://medium.com/one"},
        {"url": "https://medium.com/two"},
    )
    guide = guide_of(tmp_path, sources=rows)
    voices = [voice_of(source) for source in guide.sources.values()]
    assert voices[0] == voices[1]
    assert voices[2] == voices[3]
    assert voices[4] == voices[5]
    assert len(set(voices)) == 5


def test_the_reason_names_who_when_and_against_whom(tmp_path: Path) -> None:
    rows = sources({**EMPLOYEE, **OLD}, GUIDE, GUIDE)
    answer = row("answers", sources=["s0", "s1"], against=["s2"], directness="partly")
    guide = guide_of(tmp_path, sources=rows, answers=[answer])
    reason = certainty_of(guide, guide["answers"]["an-answer"], TODAY).reason
    assert reason == (
        "2 independent voices, the best a named employee, old (2020); 1 says otherwise; "
        "they speak of a part of it"
    )


def test_the_guide_has_every_word_and_a_reason_for_each(real_guide: Guide) -> None:
    judged_rows = [certainty_of(real_guide, row, TODAY) for row in real_guide["answers"].values()]
    assert {known.word for known in judged_rows} == set(WORDS)
    assert len(judged_rows) >= 25
    assert all(known.reason for known in judged_rows)


def test_a_badge_leads_to_its_reason(context: Context) -> None:
    html = unescape(certainty(context, "posted-base-pmm"))
    assert "/how-sure/#answer-posted-base-pmm" in html
    assert html.endswith(">high certainty</a>")
    listed = unescape(answer_list(context))
    assert 'id="answer-posted-base-pmm"' in listed
    assert "What would change it" in listed


def test_a_total_told_in_words_is_the_one_of_the_rows(real_guide: Guide) -> None:
    """The answer once said "about half" of a sum of which the newest average is a good third."""
    told = real_guide["answers"]["pay-at-64"].answer
    newest = real_guide["compensation"]["pm-64-total-2026"].value
    printed = real_guide["article-figures"]["article-pm-64-total"].low
    assert "well under half" in told.lower()
    assert newest < 0.4 * printed
