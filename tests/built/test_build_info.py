"""Each page says which data and which commit it is built from."""

from __future__ import annotations

import os

from guide.facts.freshness import data_date, spoken_date
from guide.pages.build_info import build_info_of
from guide.rows.loading import load_guide

from tests.built.site import PROJECT, BuiltSite, classes, visible_text


def test_every_page_names_its_data_and_its_commit(site: BuiltSite) -> None:
    info = build_info_of(PROJECT, os.environ)
    expected = f"Data as of {spoken_date(data_date(load_guide(PROJECT)))}."
    for page in site.pages.values():
        [line] = [e for e in page.document.iter("p") if "origin-line" in classes(e)]
        said = visible_text(line)
        assert said.startswith(expected), page.url
        assert (info.short if info else expected) in said, page.url
        links = [link.get("href", "") for link in line.iter("a")]
        assert all(href.endswith(f"/commit/{info.commit}") for href in links if info)
        assert bool(links) == bool(info)
