"""Pages that a phone can hold: marks, ways into the data and lists of sources do not crowd out the text."""

from __future__ import annotations

import gzip
import re
from collections import Counter

from guide.facts.source_shelves import PAGES, page_of
from guide.pages.links import address_below_site
from guide.rows.loading import Guide

from tests.built.faults import cited_numbers
from tests.built.site import BuiltSite, assert_none, classes

# Bytes of a page as it travels. The claims ledger, which is longer, is next.
MOST_BYTES = 26_000
FOLD, FOLDED = "cite--fold", "cite--folded"
LONGER = {"reference/claims/": 27_900}


def test_sources_of_one_statement_are_one_mark(site: BuiltSite) -> None:
    """Several marks in a row would be several stops for a screen reader, and noise on a phone."""
    found = []
    for page in site.content_pages:
        for parent in page.content.iter():
            # Of a mark for several and those that it is for, a reader sees either.
            marks = [
                child
                for child in parent
                if "cite" in (names := classes(child)) and FOLD not in names
            ]
            found += [
                f"{page.url}: {mark.get('href')} is followed by another mark"
                for mark, after in zip(parent, list(parent)[1:], strict=False)
                if mark in marks and after in marks and not (mark.tail or "").strip()
            ]
    assert_none(found)


def test_no_page_has_a_mark_before_its_full_stop_or_after_a_space(site: BuiltSite) -> None:
    found, marks = [], 0
    for page in site.content_pages:
        for parent in page.content.iter():
            before = parent.text
            for child in parent:
                if "cite" in classes(child):
                    marks += 1
                    if (child.tail or "")[:1] in [*".,;:?!)”’"] or (before or "")[-1:] in (*" \n",):
                        found.append(
                            f"{page.url}: …{(before or '')[-30:]}[ ]{(child.tail or '')[:10]}"
                        )
                before = child.tail
    assert marks > 800
    assert_none(found)


def test_a_group_names_each_of_its_sources_once(site: BuiltSite) -> None:
    groups = 0
    for page in site.content_pages:
        for mark in (e for e in page.content.iter("a") if "cite--group" in classes(e)):
            sources = cited_numbers(mark)
            groups += 1
            assert str(mark.get("aria-label")).startswith(f"{len(sources)} sources, "), page.url
            assert len(set(sources)) == len(sources) > 1
    assert groups > 100


def test_a_mark_for_several_statements_names_their_sources_and_how_many_they_are(
    site: BuiltSite,
) -> None:
    """It leads to itself: without a script that shows the marks behind it."""
    found = 0
    for page in site.content_pages:
        behind: list[list[int]] = []
        for mark in (e for e in page.content.iter("a") if {FOLD, FOLDED} & set(classes(e))):
            if FOLDED in classes(mark):
                behind.append(cited_numbers(mark))
                continue
            numbers = list(dict.fromkeys(number for each in behind for number in each))
            words = f"{len(numbers)} source{'s' if len(numbers) > 1 else ''}"
            said = f"{words} for the {len(behind)} points above"
            assert str(mark.get("aria-label")).startswith(f"{said}, "), page.url
            assert "".join(mark.itertext()) == f"[{', '.join(map(str, numbers))}] {said}", page.url
            assert mark.get("href") == f"#{mark.get('id')}"
            behind = []
            found += 1
        assert behind == [], page.url
    assert found > 80


def test_every_source_is_on_one_page_of_sources(site: BuiltSite, real_guide: Guide) -> None:
    shown: Counter[tuple[str, str]] = Counter()
    for path in PAGES:
        url = address_below_site(path)
        ids = re.findall(r'class="source"[^>]* id="source-([\w-]+)"', site.pages[url].html)
        shown.update((path, key) for key in ids)
    assert shown == Counter((page_of(row), key) for key, row in real_guide.sources.items())


def test_a_page_is_light_enough_for_a_slow_line(site: BuiltSite) -> None:
    weights = {p.url: len(gzip.compress(p.html.encode(), 9)) for p in site.content_pages}
    assert_none(
        [f"{url}: {n:,} bytes" for url, n in weights.items() if n > LONGER.get(url, MOST_BYTES)]
    )
