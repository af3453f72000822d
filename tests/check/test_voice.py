"""How study pages speak: what the check tells, where, and what it leaves in peace."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules import article_is_seldom_named, study_pages_coach, study_rows_coach
from guide.check.voice import page_sentences, voice
from guide.pages.page import Page
from guide.rows.loading import Guide
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.guides import PROJECT, guide_of, page_of, row

STUDY_PAGE = "roles/tried-here.md"
PLAIN = "Say what you decided. " * 20


def messages(guide: Guide, *bodies: str, path: str = STUDY_PAGE) -> list[str]:
    """What is said about pages: line and message."""
    pages = [page_of(body, path=path) for body in bodies]
    rules = (study_pages_coach, study_rows_coach, article_is_seldom_named)
    found = [one for rule in rules for one in rule.check(guide, pages)]
    return [str(one).replace(f"docs/{path}:", "").split("\n    try:")[0] for one in found]


@given(st.data())
def test_no_text_that_says_a_word_is_passed_over(data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(voice().words))
    text = data.draw(st.from_regex(word.pattern))
    assume(word.pattern.search(text))
    assert word in [one for one, _ in voice().words_in(text)]


@pytest.fixture
def empty(tmp_path: Path) -> Guide:
    return guide_of(tmp_path)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Expect a last, senior interview.\n\nPrepare each\ntalk.", "each talk"),
        ("## The final talk", "final talk"),
        ("Ask somebody on the team.", "somebody"),
        ("The list stands on [the loop](pm.md).", "stands"),
        ("Mend it before you send it.", "Mend"),
        ("The part that you answer for.", "you answer for"),
        ("Nobody has published it.", "Nobody has"),
        ("With a letter in your hand, go on.", "With a letter"),
    ],
)
def test_a_word_of_the_old_voice_is_reported_at_its_line(
    empty: Guide, body: str, found: str
) -> None:
    line = 6 + body[: body.index(found.split(maxsplit=1)[0])].count("\n")
    text = " ".join(found.split())
    assert f"{line}\n    '{text}' is not how this guide speaks to a candidate." in messages(
        empty, body
    )


@pytest.mark.parametrize(
    "body",
    [
        "Talk to one PM. You can talk about it. They talk between rounds.",
        "PM stands for product manager. Where do I stand? Let one thing stand out.",
        "Recommend a fix. Give your answer for each.",
        "A [talk](../loops/after.md#the-final-talk) and `somebody` in code.",
        'See [[= term("x", text="the final talk") =]].',
    ],
)
def test_words_that_mean_something_else_are_left_in_peace(empty: Guide, body: str) -> None:
    assert messages(empty, body) == []


def test_hedges_are_reported_once_they_are_more_than_one_in_twenty(empty: Guide) -> None:
    hedge = "\n\nHow it is scored is not known."
    assert messages(empty, PLAIN + hedge) == []
    message = "'not known' speaks of the guide itself, or hedges, as 2 of 22 sentences here do. Allowed: 1."
    assert messages(empty, PLAIN + hedge + hedge) == [
        f"8\n    {message}",
        f"10\n    {message}",
    ]


def test_a_second_verdict_is_reported(empty: Guide) -> None:
    body = '[[= verdict("C001") =]]\n\n[[= verdict("C002") =]]\n\n[[= claim("C003") =]]'
    message = "shows a verdict, and a study page has at most 1. The ledger holds them all."
    assert messages(empty, body) == [f"8\n    {message}", f"10\n    {message}"]


def test_the_article_is_named_ten_times_in_all(empty: Guide) -> None:
    page = f"{PLAIN}\n\nThe reviewed article says so."
    assert messages(empty, *[page] * 10) == []
    assert (
        messages(empty, *[page] * 11)
        == [
            "8\n    names the article, and the study pages together do that too often. It belongs in the claims ledger."
        ]
        * 11
    )


def test_rows_that_study_pages_print_speak_alike(tmp_path: Path) -> None:
    answer = "Ask somebody first. Nothing we read shows it. The reviewed article says so."
    guide = guide_of(tmp_path, partners=[row("partners", works_on=answer)])
    name = "data/partners.yml:1: a-partner / works_on"
    spoken_of = "speaks of the guide itself, or hedges, as 2 of 3 sentences here do. Allowed: 1."
    assert messages(guide) == [
        f"{name}\n    'somebody' is not how this guide speaks to a candidate.",
        f"{name}\n    'Nothing we' {spoken_of}",
        f"{name}\n    'The reviewed article' {spoken_of}",
    ]


@pytest.mark.parametrize(
    "path",
    ["reference/claims.md", "contribute/style.md", "pay/article-figures.md", "pay/method.md"],
)
def test_other_rooms_speak_as_they_like(empty: Guide, path: str) -> None:
    assert (
        messages(empty, "Somebody. The verdict is not known. Nobody has shown it.", path=path) == []
    )


def test_sentences_keep_their_lines() -> None:
    page = page_of(
        "# Title\n\nOne line\nand more. Second one here.\n\n- An item\n- Another item.\n"
    )
    assert [(one.line, one.text) for one in page_sentences(page)] == [
        (6, "# Title"),
        (8, "One line and more."),
        (9, "Second one here."),
        (11, "- An item"),
        (12, "- Another item."),
    ]


def test_exempt_pages_and_tables_exist() -> None:
    """A name that is spelt wrong would exempt nothing, and one of a page that is gone would stay for ever."""
    listed = voice().listed
    missing = [name for name in listed["exempt_pages"] if not (PROJECT / "docs" / name).is_file()]
    unknown = set(listed["exempt_tables"]) - set(listed["tables"])
    assert (missing, unknown) == ([], set())


def test_a_page_is_exempt_by_name_only(monkeypatch: pytest.MonkeyPatch, empty: Guide) -> None:
    page: Page = page_of("Ask somebody.", path=STUDY_PAGE)
    assert list(study_pages_coach.check(empty, [page]))
    monkeypatch.setitem(voice().listed, "exempt_pages", [STUDY_PAGE])
    assert list(study_pages_coach.check(empty, [page])) == []
