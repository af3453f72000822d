"""What `make exits` says of two sites, on made-up ones."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from maintaining.built_pages import BuiltPage
from tests.exits import building
from tests.exits.__main__ import report_lacks
from tests.exits.building import ZENSICAL, Copy, Failure, TooSlow
from tests.exits.comparing import ZENSICAL_LACKS, Built, differences

SITEMAP = (
    b"<urlset xmlns='http://x'><url><loc>https://x/</loc><lastmod>2026</lastmod></url></urlset>"
)


def built(text: str, **files: bytes) -> Built:
    html = f"<html><main><article class='md-content__inner'>{text}</article></main></html>"
    return Built({"": BuiltPage("", html)}, {"sitemap.xml": SITEMAP, **files})


def test_a_word_a_link_and_a_file_that_differ_are_reported() -> None:
    ours = built("<p>One <a href='a/'>two</a></p>", feed=b"1")
    theirs = built("<p>One <a href='b/'>three</a></p>", feed=b"2")
    found = "\n".join(differences(ours, theirs, frozenset()))
    assert "home: words: after 'One': 'two' became 'three'" in found
    assert "'two -> a/' became 'three -> b/'" in found
    assert "file feed differs" in found
    assert "file" not in "\n".join(differences(ours, theirs, frozenset({"feed"})))


def test_a_lack_that_was_fixed_fails_nothing_and_says_which_line_to_remove(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ours = built("<p>One</p>")
    report_lacks(ours, ours, Failure(1, keeps_site=True, has_traceback=False))
    lines = [line for line in capsys.readouterr().out.splitlines() if "into sitemap.xml" in line]
    assert len(lines) == 1 and "FIXED THERE: remove this line" in lines[0]
    assert any(lack.what in lines[0] for lack in ZENSICAL_LACKS)


def test_a_slow_machine_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(command: list[str], **options: object) -> None:
        raise subprocess.TimeoutExpired(command, 480)

    monkeypatch.setattr(building.subprocess, "run", never)
    with pytest.raises(TooSlow, match=r"Zensical \S+ had not built the guide after 480 s\."):
        Copy(ZENSICAL, tmp_path).build()
