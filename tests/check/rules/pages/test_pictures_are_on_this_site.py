"""Pages that break `pictures_are_on_this_site`, with what the writer reads, and pages that pass."""

from __future__ import annotations

import pytest
from guide.check.rules.pages import pictures_are_on_this_site
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import page_of


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("![x](https://example.org/a)", 6),
        ("Text\n\nand ![x](http://example.org/a.png) here", 8),
        ("![x](//example.org/a)", 6),
        ("![x](\\\\example.org/a)", 6),
        ("![x]( <HTTPS://example.org/a> )", 6),
        ("![a [b] c](https://example.org/a)", 6),
        ("![two\nlines](https://example.org/a)", 6),
        ("[![x](https://example.org/a)](page.md)", 6),
        ("![x](ftp://example.org/a)", 6),
        ("![The x][ref]\n\n[REF]: https://example.org/a", 6),
        ("![ref]\n\n[ref]: <//example.org/a>", 6),
        ("![ref][]\n\n[ref]:\n    https://example.org/a", 6),
        ("[a picture](https://example.org/a.png)", 6),
        ("[a picture](//example.org/a/b.JPEG?x=1 'Title')", 6),
        ("<https://example.org/a.webp>", 6),
        ("[x][a]\n\n[a]: https://example.org/a.svg", 8),
    ],
)
def test_a_picture_on_another_host_is_reported(real_guide: Guide, body: str, line: int) -> None:
    assert page_reports(pictures_are_on_this_site, real_guide, page_of(body)) == [
        f"{line} | a picture on another host is not allowed. Put it in docs/, beside the page."
    ]


@pytest.mark.parametrize(
    "body",
    [
        "![x](a.png) and ![x](../b/c.webp)",
        "![x][a]\n\n[a]: a.png",
        "[x](https://example.org/a) and <https://example.org/png>",
        "[x](https://example.org/a.pnganything), [x](https://example.org/a.png-list/)",
        "Wow! [x](https://example.org/) and wow![^1]\n\n[^1]: https://example.org/",
        "`![x](https://example.org/a.png)`",
    ],
)
def test_own_pictures_and_plain_links_pass(real_guide: Guide, body: str) -> None:
    assert page_reports(pictures_are_on_this_site, real_guide, page_of(body)) == []
