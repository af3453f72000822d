"""The published feed of changes."""

from __future__ import annotations

from urllib.parse import urljoin

import feedparser
from guide.rows.loading import load_guide

from tests.built.site import PROJECT, SITE_URL, BuiltSite


def test_the_feed_is_valid_and_leads_to_pages_that_are_there(site: BuiltSite) -> None:
    parsed = feedparser.parse((site.root / "feed.xml").read_bytes())
    assert not parsed.bozo
    changes = load_guide(PROJECT)["changes"].all
    assert [entry.content[0].value for entry in parsed.entries] == [each.what for each in changes][
        :50
    ]
    links = {entry.link for entry in parsed.entries} | {link.href for link in parsed.feed.links}
    paths = {link.removeprefix(SITE_URL) for link in links}
    assert paths <= {*site.pages, "feed.xml"}


def test_every_page_names_the_feed_where_feed_readers_look(site: BuiltSite) -> None:
    for page in site.pages.values():
        links = [e for e in page.document.iter("link") if "alternate" in e.get("rel", "").split()]
        assert [link.get("type") for link in links] == ["application/atom+xml"], page.url
        assert urljoin(page.address, links[0].get("href", "")) == f"{SITE_URL}feed.xml"


def test_the_page_of_changes_offers_it(site: BuiltSite) -> None:
    links = [link.get("href") for link in site.pages["reference/changes/"].content.iter("a")]
    assert "../../feed.xml" in links
