"""Marks of sources are attached to the end of what they prove, and few of them share a paragraph."""

from __future__ import annotations

import pytest
from guide.publish.html.citation_marks import behind_punctuation, with_marks, without_crowds

BADGE = '<a class="certainty certainty--low" href="#a" title="Why">low certainty</a>'


def mark(*numbers: int) -> str:
    """A mark as macros write it: one number, or several as one."""
    if len(numbers) == 1:
        shown = f'<i>[</i><span class="cite__number">{numbers[0]}</span><i>]</i>'
    else:
        listed = ", ".join(map(str, numbers))
        shown = f'<i>[{listed}] </i><span class="cite__number">{len(numbers)} sources</span>'
    link = f'href="#source-s{numbers[0]}" aria-label="S"'
    return f'<a data-search-exclude class="cite cite--secondary" {link}>{shown}</a>'


M, N = mark(1), mark(2, 3)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"<p>It vests {M}. Then more.</p>", f"<p>It vests.{M} Then more.</p>"),
        (f"<p>It vests\n{M}, and\nstays {N};</p>", f"<p>It vests,{M} and\nstays;{N}</p>"),
        (f"<p>It vests. {M} More</p>", f"<p>It vests.{M} More</p>"),
        (f"<p>$180,000 {M} for 61</p>", f"<p>$180,000{M} for 61</p>"),
        (f"<p>“It vests {M}.” She left</p>", f"<p>“It vests.”{M} She left</p>"),
        (f"<p>(It vests {M}), yes {N}?</p>", f"<p>(It vests),{M} yes?{N}</p>"),
        (f"<p>Say &quot;no {M}&quot;.</p>", f"<p>Say &quot;no&quot;.{M}</p>"),
        (f"<p><b>$1</b> <span>a year {M}</span>. It</p>", f"<p><b>$1</b> <span>a year</span>.{M} It</p>"),
        (f"<li><em>Vests {M}</em> soon</li>", f"<li><em>Vests{M}</em> soon</li>"),
        (f"<td>May 2025 {M}</td>", f"<td>May 2025{M}</td>"),
        (f"<p>Sources&#160;{M}</p>", f"<p>Sources&#160;{M}</p>"),
        (f"<p>PM {M} &amp; PMM</p>", f"<p>PM{M} &amp; PMM</p>"),
        (f"<p>It vests {BADGE}\n{M}. More</p>", f"<p>It vests.{M} {BADGE} More</p>"),
        (f"<p>It vests {BADGE} {M} More</p>", f"<p>It vests{M} {BADGE} More</p>"),
        (f"<p>It vests {BADGE} {M} and {BADGE} {N}.</p>", f"<p>It vests{M} {BADGE} and.{N} {BADGE}</p>"),
    ],
)  # fmt: skip
def test_a_mark_follows_the_punctuation_after_it(written: str, shown: str) -> None:
    assert behind_punctuation(written) == shown


def test_a_mark_that_has_its_place_stays_there() -> None:
    once = behind_punctuation(f"<p>It vests {M}. Then {N}, and (so {M}).</p>")
    assert behind_punctuation(once) == once


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"<p>a {M}, b {N}. c</p>", f"<p>a {M}, b {N}. c</p>"),
        (f"<p>a {M}, b {N}, d {mark(4)}. c</p>", f"<p>a, b, d {mark(1, 2, 3, 4)}. c</p>"),
        (f"<p>a {M}, b {N}, d {M}. c</p>", f"<p>a, b, d {mark(1, 2, 3)}. c</p>"),
        (f"<p>a {M}. b {M}. c</p>", f"<p>a. b {M}. c</p>"),
        (f"<p>a {M}</p><p>b {N}</p><p>c {mark(4)}</p>", f"<p>a {M}</p><p>b {N}</p><p>c {mark(4)}</p>"),
        (f"<ul><li>a {M}</li><li>b {M}</li><li>c {M}</li></ul>", f"<ul><li>a</li><li>b</li><li>c {M}</li></ul>"),
        (f"<ul><li>a {M}</li><li>b {N}</li><li>c</li></ul>", f"<ul><li>a {M}</li><li>b {N}</li><li>c</li></ul>"),
        (
            f"<ul><li>a {M}</li><li>b {M}<ol><li>c {M}</li><li>d {M}</li><li>e {M}</li></ol></li></ul>",
            f"<ul><li>a {M}</li><li>b {M}<ol><li>c</li><li>d</li><li>e {M}</li></ol></li></ul>",
        ),
    ],
)  # fmt: skip
def test_marks_that_crowd_out_words_are_folded_to_one(written: str, shown: str) -> None:
    cut = without_crowds(written)
    assert with_marks(cut, [mark(*numbers) for numbers in cut.numbers]) == shown


def test_a_mark_is_known_without_the_attribute_that_another_builder_takes_away() -> None:
    bare = '<a class="cite cite--secondary" href="#source-a">1</a>'
    for mark in (bare, bare.replace("<a ", '<a data-search-exclude="" ')):
        assert behind_punctuation(f"<p>Two rounds {mark}.</p>") == f"<p>Two rounds.{mark}</p>"
