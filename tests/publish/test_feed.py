"""The feed of changes, read by a feed reader's parser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import feedparser
import pytest
from guide.publish.feed import MOST_ENTRIES, feed
from guide.view.context import Context
from guide.view.macros.evidence import change_list

from tests.guides import guide_of, row

SITE = "https://example.org/guide/"
HOSTILE = '<script>alert(1)</script> & "quotes" ]]> &lt; <b>x'


def read(text: str) -> feedparser.FeedParserDict:
    parsed = feedparser.parse(text.encode(), sanitize_html=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def changes(*rows: dict) -> dict:
    return {"changes": [row("changes", **values) for values in rows]}


def test_it_lists_every_change_in_order_with_absolute_addresses(
    tmp_path: Path,
) -> None:
    new = {"id": "new", "date": "2026-11-20", "kind": "corrected", "what": "New"}
    home = {"id": "home", "date": "2026-03-04", "what": "Home", "page": "index.md"}
    old = {"id": "old", "date": "2026-01-02", "what": "Old. And why."}
    guide = guide_of(tmp_path, **changes({**new, "page": "pay/levels.md"}, home, old))
    parsed = read(feed(guide, "The guide", SITE))
    assert [(e.title, e.link, e.updated) for e in parsed.entries] == [
        ("Corrected: New", f"{SITE}pay/levels/", "2026-11-20T00:00:00Z"),
        ("Added: Home", SITE, "2026-03-04T00:00:00Z"),
        ("Added: Old", f"{SITE}page/", "2026-01-02T00:00:00Z"),
    ]
    assert parsed.entries[2].content[0].value == "Old. And why."
    assert parsed.feed.title == "The guide: what changed"
    assert parsed.feed.updated == "2026-11-20T00:00:00Z"
    assert {link.rel: link.href for link in parsed.feed.links} == {
        "self": f"{SITE}feed.xml",
        "alternate": f"{SITE}reference/changes/",
    }


def test_hostile_text_is_text(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, **changes({"what": HOSTILE}))
    [entry] = read(feed(guide, HOSTILE, SITE)).entries
    assert entry.content[0].value == HOSTILE
    assert entry.content[0].type == "text/plain"  # never HTML
    assert entry.title == f"Added: {HOSTILE}"


def test_a_change_keeps_its_name_when_the_site_moves_or_its_words_change(tmp_path: Path) -> None:
    first = guide_of(tmp_path / "1", **changes({"id": "a", "what": "One"}))
    second = guide_of(tmp_path / "2", **changes({"id": "a", "what": "Two"}, {"id": "b"}))
    one = read(feed(first, "Guide", SITE))
    two = read(feed(second, "Guide", "https://other.example/"))
    assert one.entries[0].id == two.entries[0].id != two.entries[1].id
    assert one.entries[0].id.startswith("urn:uuid:")
    assert one.feed.id != two.feed.id


@pytest.mark.parametrize("site_url", ["", SITE])
def test_no_change_and_no_address_are_a_feed_too(tmp_path: Path, site_url: str) -> None:
    parsed = read(feed(guide_of(tmp_path), "Guide", site_url))
    assert parsed.entries == []
    assert parsed.feed.id
    assert bool(parsed.feed.get("links")) == bool(site_url)


def test_the_feed_is_bounded_and_the_list_is_not(tmp_path: Path, context: Context) -> None:
    many = ({"id": f"change-{number}", "page": "index.md"} for number in range(MOST_ENTRIES + 10))
    guide = guide_of(tmp_path, **changes(*many))
    assert len(read(feed(guide, "Guide", SITE)).entries) == MOST_ENTRIES
    assert change_list(replace(context, guide=guide)).count("<li") == MOST_ENTRIES + 10
