"""The page of downloads says which data and which commit the site is built from, and every page leads there."""

from __future__ import annotations

import os
from urllib.parse import urljoin

from guide.facts.freshness import data_date, spoken_date
from guide.pages.build_info import build_info_of
from guide.rows.loading import load_guide

from tests.built.site import PROJECT, BuiltSite, classes, visible_text

DOWNLOADS = "reference/downloads/"


def test_the_page_of_downloads_names_its_data_and_its_commit(site: BuiltSite) -> None:
    info = build_info_of(PROJECT, os.environ)
    page = site.pages[DOWNLOADS]
    [line] = [e for e in page.document.iter("p") if e.get("id") == "edition"]
    said = visible_text(line)
    assert f"data of {spoken_date(data_date(load_guide(PROJECT)))}" in said
    assert (f"commit {info.short}" if info else "Edition") in said
    links = [link.get("href", "") for link in line.iter("a")]
    assert any(href.endswith(f"/commit/{info.commit}") for href in links if info) == bool(info)


def test_the_foot_of_every_page_leads_there_and_no_other_page_names_the_commit(
    site: BuiltSite,
) -> None:
    info = build_info_of(PROJECT, os.environ)
    for page in site.pages.values():
        [line] = [e for e in page.document.iter("p") if "origin-line" in classes(e)]
        [link] = line.iter("a")
        assert urljoin(page.address, link.get("href", "")).endswith(f"{DOWNLOADS}#edition"), (
            page.url
        )
        if info and page.url != DOWNLOADS:
            assert info.short not in page.html, page.url
