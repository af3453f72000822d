"""Rows that break `sources_link_to_true_addresses`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import sources_link_to_true_addresses

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    **{
        f"link to {what}": (
            {"sources": [row("sources", url=url)]},
            f"data/sources.yml:1: a-source / url\n    '{shown}' {why}. Print the true address as original_address, "
            "leave url empty, and say is_copy: true if you read a copy.",
        )
        for what, url, shown, why in (
            (
                "a look-alike of Microsoft Learn",
                "https://learn-microsoft-com.rtu-tc.ru/en-us/page",
                "learn-microsoft-com.rtu-tc.ru",
                "imitates another site",
            ),
            (
                "a proxy",
                "https://f6ffb3fa.atarimworker.io/~someone",
                "f6ffb3fa.atarimworker.io",
                "is a proxy of another site",
            ),
            (
                "a mirror of LinkedIn",
                "https://tristar.netlify.app/host-https-www.linkedin.com/pulse/1",
                "tristar.netlify.app/host-https-",
                "is a proxy of another site",
            ),
            (
                "a mirror of Reddit",
                "https://reddit.gpgaming.de/r/levels_fyi",
                "reddit.gpgaming.de",
                "imitates another site",
            ),
            (
                "a test address",
                "https://msftar.azurewebsites.net/investor/",
                "msftar.azurewebsites.net",
                "is a test address of another site",
            ),
            (
                "a directory of something else",
                "https://www.companydirectorylist.com/companyprofile/x",
                "www.companydirectorylist.com",
                "quotes others on a page about something else",
            ),
            (
                "a retired blog",
                "https://blogs.msdn.microsoft.com/someone/2005/01/01/post/",
                "blogs.msdn.microsoft.com",
                "is retired",
            ),
            (
                "a form to reply",
                "https://example.org/post/?replytocom=12",
                "replytocom",
                "opens a reply form",
            ),
        )
    },
}
GOOD: dict[str, Tables] = {
    "true addresses": {
        "sources": [
            row("sources", id="a", url="https://learn.microsoft.com/ja-jp/page"),
            row("sources", id="b", url="https://www.linkedin.com/pulse/1"),
            row("sources", id="c", url="https://www.reddit.com/r/levels_fyi"),
            row(
                "sources",
                id="d",
                url=None,
                original_address="https://blogs.msdn.microsoft.com/x/",
            ),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(sources_link_to_true_addresses, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(sources_link_to_true_addresses, guide_of(tmp_path, **tables)) == []
