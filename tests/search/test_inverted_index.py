"""The published files hold what was put in, in the order that ranking relies on, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from guide.publish.search.documents import Document
from guide.publish.search.inverted_index import DIGITS, FINAL, MORE, index_files
from guide.publish.search.synonyms import groups
from guide.publish.search.words import stem

from tests.built.site import BuiltSite
from tests.guides import guide_of, row

A = TypeVar("A")


def document(url: str, anchor: str, title: str, text: str = "") -> Document:
    return Document(url, anchor, "section" if anchor else "page", title, texts=[text])


def packed(*documents: Document) -> dict[str, object]:
    return {name: json.loads(text) for name, text in index_files(documents, [], {}).items()}


def places(files: dict, word: str) -> list[int]:
    """What a browser reads of the places of a word."""
    core = files["core.json"]
    number = sorted({stem(each) for each in core["vocabulary"].split()}).index(word)
    shard = max(n for n, first in enumerate(core["shards"]) if first <= number)
    numbers, before, value, factor = [], -1, 0, 1
    for digit in files[f"words/{shard}.json"][number - core["shards"][shard]]:
        one = DIGITS.index(digit)
        value += factor * one
        if one >= FINAL:
            factor *= MORE
            continue
        before += value + 1
        numbers.append(before)
        value, factor = 0, 1
    return numbers


def test_places_say_which_document_and_whether_its_title() -> None:
    files = packed(document("a/", "", "Pay"), document("a/", "x", "Levels", "Pay by level"))
    assert places(files, "pay") == [1, 2]
    assert places(files, "level") == [3]


def test_large_gaps_survive() -> None:
    many = [document("a/", f"n{n}" if n else "", f"t{n}") for n in range(3000)]
    many[2999].texts.append("needle")
    assert places(packed(*many), "needl") == [5998]


def test_the_documents_of_a_page_are_adjacent_and_the_page_comes_first() -> None:
    files = packed(document("a/", "", "A"), document("b/", "", "B"), document("a/", "x", "X"))
    assert files["core.json"]["pages"] == [["a/", 2, "A"], ["b/", 1, "B"]]
    assert [title for _, title, _ in files["texts/0.json"]] == ["A", "X", "B"]


def test_the_words_of_a_page_are_one_answer_for_the_next_build() -> None:
    asked: list[tuple[str, ...]] = []

    def recall(key: Iterable[str], make: Callable[[], A]) -> A:
        asked.append((*key,))
        return make()

    a, x, b = document("a/", "", "A"), document("a/", "x", "X"), document("b/", "", "B")
    index_files([a, b, x], [], {}, recall=recall)
    assert asked == [("words", "A", "  ", "X", " x "), ("words", "B", "  ")]


def test_texts_are_cut_into_files_of_equal_weight() -> None:
    anchors = ["", "one", "two", "three"]
    files = packed(*[document("a/", anchor, "Title", "word " * 350) for anchor in anchors])
    assert files["core.json"]["texts"] == [0, 2]
    assert [len(files[f"texts/{n}.json"]) for n in range(2)] == [2, 2]


def test_brackets_of_the_glossary_are_abbreviations_only_if_they_look_so(tmp_path: Path) -> None:
    terms = [
        "CAC (customer acquisition cost)",
        "As Appropriate (AA) interviewer",
        "Program Manager (Microsoft)",
    ]
    rows = [row("glossary", id=f"t-{n}", term=term) for n, term in enumerate(terms)]
    guide = guide_of(tmp_path, glossary=rows, synonyms=[row("synonyms", words=["salary", "Wage"])])
    assert groups(guide) == [
        (["salary", "wage"], []),
        (["cac", "customer acquisition cost"], []),
        (["as appropriate interviewer", "aa"], []),
    ]


def test_published_files_hold_no_markup_template_residue_or_paths(site: BuiltSite) -> None:
    core = json.loads((site.root / "search/core.json").read_text(encoding="utf-8"))
    # The rest are numbers, written as digits of our own.
    names = ("pages", "vocabulary", "synonyms", "popular", "topics", "ask")
    texts = [json.dumps([core[name] for name in names])]
    texts += [path.read_text(encoding="utf-8") for path in site.root.glob("search/texts/*.json")]
    assert len(texts) > 1
    residue = re.compile(
        r"\[\[[=%#]|\{\{|\}\}|</?(?:p|a|div|span|li|td)\b|&(?:amp|lt|#\d+);|/home/|\(\S*\.md\b"
    )
    assert [found[0] for text in texts for found in residue.finditer(text)] == []


def test_every_published_place_is_in_the_site(site: BuiltSite) -> None:
    core = json.loads((site.root / "search/core.json").read_text(encoding="utf-8"))
    missing = []
    rows = []
    for number in range(len(core["texts"])):
        path = site.root / f"search/texts/{number}.json"
        assert len(rows) == core["texts"][number]
        rows += json.loads(path.read_text(encoding="utf-8"))
    for url, size, _ in core["pages"]:
        html = (site.root / url / "index.html").read_text(encoding="utf-8")
        ids = {"", *re.findall(r'\bid="([^"]+)"', html)}  # parsing all pages takes seconds
        missing += [f"{url}#{anchor}" for anchor, _, _ in rows[:size] if anchor not in ids]
        del rows[:size]
    assert (missing, rows) == ([], [])
